#[allow(deprecated)]
const _: () = {
    use ::versioned_events::__private as __event;
    #[automatically_derived]
    impl __event::EventSet for ShopEvent {
        const EVENTS: &'static [&'static __event::EventSchema] = &[
            <UserCreated as __event::Event>::SCHEMA,
            <OrderPaid as __event::Event>::SCHEMA,
        ];
        const KEEPS_UNKNOWN: ::core::primitive::bool = true;
        fn decode_event<'de, __D: __event::serde::Deserializer<'de>>(
            __index: ::core::primitive::usize,
            __deserializer: __D,
            __at: __event::Version,
        ) -> __event::Result<Self, __D::Error> {
            match __index {
                0usize => {
                    <UserCreated as __event::Event>::read_event(__deserializer, __at)
                        .map(Self::UserCreated)
                }
                1usize => {
                    <OrderPaid as __event::Event>::read_event(__deserializer, __at)
                        .map(Self::OrderPaid)
                }
                _ => __event::Err(__event::unknown_variant()),
            }
        }
        fn encode_event<__S: __event::serde::Serializer>(
            &self,
            __serializer: __S,
            __view: __event::View,
        ) -> __event::Result<__S::Ok, __S::Error> {
            match self {
                Self::UserCreated(__event) => {
                    <UserCreated as __event::Event>::write_event(
                        __event,
                        __serializer,
                        __view,
                    )
                }
                Self::OrderPaid(__event) => {
                    <OrderPaid as __event::Event>::write_event(
                        __event,
                        __serializer,
                        __view,
                    )
                }
                Self::Unknown(__raw) => {
                    __event::RawEvent::write(
                        <RawEvent as __event::HoldsRaw>::as_raw(__raw),
                        __serializer,
                    )
                }
            }
        }
        fn describe_event(&self) -> __event::Described<'_> {
            match self {
                Self::UserCreated(_) => {
                    __event::Described::Known(<UserCreated as __event::Event>::SCHEMA)
                }
                Self::OrderPaid(_) => {
                    __event::Described::Known(<OrderPaid as __event::Event>::SCHEMA)
                }
                Self::Unknown(__raw) => {
                    __event::Described::Raw(
                        <RawEvent as __event::HoldsRaw>::as_raw(__raw),
                    )
                }
            }
        }
        fn record_key(&self) -> __event::Option<__event::RecordKey<'_>> {
            match self {
                Self::UserCreated(__event) => {
                    <UserCreated as __event::Event>::key(__event)
                }
                Self::OrderPaid(__event) => <OrderPaid as __event::Event>::key(__event),
                Self::Unknown(_) => __event::None,
            }
        }
        fn from_raw(
            __raw: __event::RawEvent,
        ) -> __event::Result<Self, __event::RawEvent> {
            __event::Ok(Self::Unknown(<RawEvent as __event::HoldsRaw>::from_raw(__raw)))
        }
    }
    #[allow(dead_code)]
    const __VARIANTS: &[&::core::primitive::str] = &["UserCreated", "OrderPaid"];
    const _: () = {
        #[allow(dead_code, clippy::panic)]
        const TYPE_AND_VERSION_ARE_UNIQUE: () = {
            __event::refuse_repeated(
                <ShopEvent as __event::EventSet>::EVENTS,
                __VARIANTS,
                1usize,
            );
        };
    };
};
