#[allow(deprecated)]
const _: () = {
    use ::versioned_events::__private as __event;
    #[automatically_derived]
    impl __event::Schema for PaymentMethod {
        const SHAPE: &'static __event::Shape = &__event::Shape::Enum(
            &__event::Enum::new(
                    "PaymentMethod",
                    ::core::module_path!(),
                    &[
                        __event::Variant::new("cash", __event::Content::Unit),
                        __event::Variant::new(
                            "card",
                            __event::Content::Struct(
                                &__event::Struct::new(
                                        "Card",
                                        ::core::module_path!(),
                                        <__FieldsCard<
                                            'static,
                                        > as __event::Fields<PaymentMethod>>::FIELDS,
                                    )
                                    .version(2),
                            ),
                        ),
                        __event::Variant::new(
                                "coupon",
                                __event::Content::Newtype(
                                    <Coupon as __event::Schema>::SHAPE,
                                ),
                            )
                            .since(2),
                    ],
                )
                .tagging(__event::Tagging::Internal {
                    tag: "kind",
                })
                .version(2),
        );
        const NAME: &'static ::core::primitive::str = "PaymentMethod";
    }
    #[automatically_derived]
    impl __event::WritesAs<2> for PaymentMethod {}
    #[automatically_derived]
    impl __event::Decode for PaymentMethod {
        fn decode<'de, __D: __event::serde::Deserializer<'de>>(
            __deserializer: __D,
            __at: __event::Version,
        ) -> __event::Result<Self, __D::Error> {
            __event::read_enum(__deserializer, __at)
        }
    }
    #[automatically_derived]
    impl __event::Encode for PaymentMethod {
        fn encode<__S: __event::serde::Serializer>(
            &self,
            __serializer: __S,
            __view: __event::View,
        ) -> __event::Result<__S::Ok, __S::Error> {
            __event::write_enum(self, __serializer, __view)
        }
    }
    #[automatically_derived]
    impl __event::Variants for PaymentMethod {
        const TAGGING: __event::Tagging = __event::Tagging::Internal {
            tag: "kind",
        };
        const CLOSED: ::core::primitive::bool = false;
        fn unit(
            __name: &::core::primitive::str,
            __at: __event::Version,
        ) -> __event::Option<Self> {
            match __name {
                "cash" => __event::Some(Self::Cash),
                _ => __event::None,
            }
        }
        fn since(&self) -> ::core::primitive::u32 {
            match self {
                Self::Coupon { .. } => 2,
                _ => 1,
            }
        }
        fn name(&self) -> (&'static ::core::primitive::str, ::core::primitive::bool) {
            match self {
                Self::Cash => ("cash", false),
                Self::Card { .. } => ("card", true),
                Self::Coupon(_) => ("coupon", true),
            }
        }
        fn read_beside(
            __name: &::core::primitive::str,
            __in: &mut impl __event::Reading,
        ) -> __event::Made<Self> {
            let __at = __in.at();
            match __name {
                "card" => {
                    <__FieldsCard<
                        '_,
                    > as __event::Fields<PaymentMethod>>::read_fields(__in)
                }
                "coupon" if __at.since(2) => {
                    <Coupon as __event::FieldsBeside>::read_beside(
                            __in,
                            __at.held(__event::Holds::Newest),
                        )
                        .map(Self::Coupon)
                }
                _ => __event::Err(__in.fail("unknown variant")),
            }
        }
        fn write_beside(&self, __to: &mut impl __event::Writing) -> __event::Done {
            match self {
                Self::Cash => __event::Ok(()),
                Self::Card { .. } => {
                    __event::Fields::<
                        PaymentMethod,
                    >::write_fields(&__FieldsCard(self), __to)
                }
                Self::Coupon(__value) => {
                    let __view = __to.view().held(__event::Holds::Newest);
                    <Coupon as __event::FieldsBeside>::write_beside(
                        __value,
                        __to,
                        __view,
                    )
                }
            }
        }
    }
    struct __FieldsCard<'a>(&'a PaymentMethod);
    #[automatically_derived]
    impl __event::Fields<PaymentMethod> for __FieldsCard<'_> {
        const FIELDS: &'static [__event::Field] = &[
            __event::Field::new("number", <String as __event::Schema>::SHAPE),
        ];
        fn read_fields(
            __in: &mut impl __event::Reading,
        ) -> __event::Made<PaymentMethod> {
            let mut __slots = (__event::None,);
            __in.each(|__name, __in| match __name {
                "number" => <String as __event::Schema>::fill(&mut __slots.0, __in),
                _ => __in.skip(),
            })?;
            __event::Ok(PaymentMethod::Card {
                number: <String as __event::Schema>::finish(__slots.0)?,
            })
        }
        fn write_fields(&self, __to: &mut impl __event::Writing) -> __event::Done {
            #[allow(irrefutable_let_patterns)]
            let PaymentMethod::Card { number: __field_number } = self.0 else {
                return __event::Ok(());
            };
            <String as __event::Schema>::write(__field_number, __to, "number")
        }
    }
    const _: () = {
        #[allow(dead_code, clippy::panic)]
        const TAGS_ARE_NO_FIELDS: () = {
            if __event::has_field(<Coupon as __event::Schema>::SHAPE, "kind") {
                ::core::panic!(
                    "{}",
                    "`Coupon` has a field called `kind`, which is the tag\nhelp: rename the field with `#[serde(rename = \"...\")]`, or choose another `tag`"
                )
            }
        };
    };
    const _: () = {
        #[allow(dead_code, non_camel_case_types)]
        struct Coupon {}
        #[automatically_derived]
        impl __event::WritesAs<1> for PaymentMethod
        where
            for<'__a> Coupon: __event::KnownThen,
        {}
    };
};
