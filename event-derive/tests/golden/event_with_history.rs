#[allow(deprecated)]
const _: () = {
    use ::versioned_events::__private as __event;
    #[automatically_derived]
    impl __event::Event for OrderPaid {
        const SCHEMA: __event::Known = &__event::schema::<Self>("order.paid", 3)
            .key(&["order_id"])
            .source("shop/billing");
        fn key(&self) -> __event::Option<__event::RecordKey<'_>> {
            __event::key(<Uuid as __event::Key>::part(&self.order_id))
        }
    }
    impl __event::Fields for OrderPaid {
        const FIELDS: &'static [__event::Field] = &[
            __event::Field::new("order_id", <Uuid as __event::Schema>::SHAPE),
            __event::Field::new("total", <Decimal as __event::Schema>::SHAPE)
                .member("amount")
                .until(1),
            __event::Field::new("amount", <Decimal as __event::Schema>::SHAPE).since(2),
            __event::Field::new("currency", <Currency as __event::Schema>::SHAPE)
                .since(2),
            __event::Field::new("line_items", <Vec<LineItem> as __event::Schema>::SHAPE)
                .holds(__event::Holds::Earlier(&[(1, 2)])),
            __event::Field::new(
                    "paid_with",
                    <Option<PaymentMethod> as __event::Schema>::SHAPE,
                )
                .since(3),
            __event::Field::new("card_number", <String as __event::Schema>::SHAPE)
                .masked(__event::Masked::Last(4)),
        ];
        fn read_fields(__in: &mut impl __event::Reading) -> __event::Made<Self> {
            let __at = __in.at();
            let mut __slots = (
                __event::None,
                __event::None,
                __event::None,
                __event::None,
                __event::None,
                __event::None,
            );
            __in.each(|__name, __in| match __name {
                "order_id" => <Uuid as __event::Schema>::fill(&mut __slots.0, __in),
                "total" if __at.until(1) => {
                    <Decimal as __event::Schema>::fill(&mut __slots.1, __in)
                }
                "amount" if __at.since(2) => {
                    <Decimal as __event::Schema>::fill(&mut __slots.1, __in)
                }
                "currency" if __at.since(2) => {
                    <Currency as __event::Schema>::fill(&mut __slots.2, __in)
                }
                "line_items" => {
                    <Vec<
                        LineItem,
                    > as __event::Schema>::fill_at(
                        &mut __slots.3,
                        __in,
                        __at.held(__event::Holds::Earlier(&[(1, 2)])),
                    )
                }
                "paid_with" if __at.since(3) => {
                    <Option<
                        PaymentMethod,
                    > as __event::Schema>::fill(&mut __slots.4, __in)
                }
                "card_number" => <String as __event::Schema>::fill(&mut __slots.5, __in),
                _ => __in.skip(),
            })?;
            __event::Ok(Self {
                order_id: <Uuid as __event::Schema>::finish(__slots.0)?,
                amount: <Decimal as __event::Schema>::finish(__slots.1)?,
                currency: match __slots.2 {
                    __event::Some(__value) => __value,
                    __event::None if __at.until(1) => {
                        __event::default_from_json::<Currency>("\"EUR\"")?
                    }
                    __event::None => {
                        <Currency as __event::Schema>::finish(__event::None)?
                    }
                },
                line_items: <Vec<LineItem> as __event::Schema>::finish(__slots.3)?,
                paid_with: <Option<
                    PaymentMethod,
                > as __event::Schema>::finish(__slots.4)?,
                card_number: <String as __event::Schema>::finish(__slots.5)?,
            })
        }
        fn write_fields(&self, __to: &mut impl __event::Writing) -> __event::Done {
            let __view = __to.view();
            <Uuid as __event::Schema>::write(&self.order_id, __to, "order_id")?;
            if __view.until(1) {
                <Decimal as __event::Schema>::write(&self.amount, __to, "total")?;
            } else {
                <Decimal as __event::Schema>::write(&self.amount, __to, "amount")?;
            }
            if __view.until(1) {
                <Currency as __event::Schema>::drop_default(
                    &self.currency,
                    &__event::default_from_json::<Currency>("\"EUR\"")?,
                    "currency",
                    __to,
                )?;
            } else {
                <Currency as __event::Schema>::write(&self.currency, __to, "currency")?;
            }
            <Vec<
                LineItem,
            > as __event::Schema>::write_in(
                &self.line_items,
                __to,
                "line_items",
                __view.held(__event::Holds::Earlier(&[(1, 2)])),
            )?;
            if __view.until(2) {
                <Option<
                    PaymentMethod,
                > as __event::Schema>::drop_absent(&self.paid_with, "paid_with", __to)?;
            } else {
                <Option<
                    PaymentMethod,
                > as __event::Schema>::write(&self.paid_with, __to, "paid_with")?;
            }
            <String as __event::Schema>::write_masked(
                &self.card_number,
                __to,
                "card_number",
                __event::MaskRule::<String>::last(4usize),
            )
        }
    }
    __event::struct_value!(
        OrderPaid, "OrderPaid", 3, .docs("An order was paid in full.")
    );
    const _: () = {
        #[allow(dead_code, non_camel_case_types)]
        struct currency {}
        #[allow(dead_code, non_camel_case_types)]
        struct paid_with {}
        #[automatically_derived]
        impl __event::WritesAs<1> for OrderPaid
        where
            for<'__a> currency: __event::MayBeLost,
            for<'__a> paid_with: __event::MayBeLost,
        {}
        #[automatically_derived]
        impl __event::WritesAs<2> for OrderPaid
        where
            for<'__a> paid_with: __event::MayBeLost,
        {}
    };
    #[automatically_derived]
    impl ::core::fmt::Debug for OrderPaid {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __f.debug_struct("OrderPaid")
                .field("order_id", __event::shown::<Uuid>(&self.order_id))
                .field("amount", __event::shown::<Decimal>(&self.amount))
                .field("currency", __event::shown::<Currency>(&self.currency))
                .field("line_items", __event::shown::<Vec<LineItem>>(&self.line_items))
                .field(
                    "paid_with",
                    __event::shown::<Option<PaymentMethod>>(&self.paid_with),
                )
                .field(
                    "card_number",
                    &__event::MaskRule::<String>::last(4usize).apply(&self.card_number),
                )
                .finish()
        }
    }
    const _: () = {
        #[allow(dead_code, clippy::panic)]
        const MASKED_FIELDS_STAY_MASKED: () = {
            #[allow(unused_imports)]
            use __event::NotFound as _;
            if __event::Probe::<OrderPaid>::SERIALIZE {
                ::core::panic!(
                    "{}",
                    "`Serialize` of `OrderPaid` would write its masked fields\nhelp: take `Serialize` out of the derive list and write `#[event(serde)]`"
                )
            }
        };
    };
    const _: () = {
        #[allow(dead_code, clippy::panic)]
        const DEFAULTS_FIT_THEIR_FIELDS: () = {
            match __event::text_default(<Currency as __event::Schema>::SHAPE, "EUR") {
                __event::TextDefault::Fits => {}
                __event::TextDefault::NoSuchVariant => {
                    ::core::panic!(
                        "{}",
                        "the type of `currency` has no variant `\"EUR\"` without fields\nhelp: write the variant's name as it stands on the wire\nhelp: or write it in Rust, without quotes: `default = Type::Variant`"
                    )
                }
                __event::TextDefault::WrongFormat => {
                    ::core::panic!(
                        "{}",
                        "`\"EUR\"` is no value of the type of `currency`\nhelp: write a UUID with hyphens, or a decimal such as `\"1.50\"`"
                    )
                }
                __event::TextDefault::NeedsExpression => {
                    ::core::panic!(
                        "{}",
                        "a default in quotes is text, and `currency` is not\nhelp: write a Rust expression without quotes: `default = 5`\nhelp: or a function that makes the value: `with = path`"
                    )
                }
            }
        };
    };
    const _: () = {
        #[allow(dead_code, clippy::panic)]
        const HELD_VERSIONS_EXIST: () = {
            __event::refuse_missing_version(
                <Vec<LineItem> as __event::Schema>::SHAPE,
                "line_items",
                1,
            );
        };
    };
    const _: () = {
        #[allow(dead_code, clippy::panic)]
        const FIELDS_WITH_SINCE_CAN_BE_ABSENT: () = {
            if !<Option<PaymentMethod> as __event::Schema>::SHAPE.is_optional() {
                ::core::panic!(
                    "{}",
                    "version 2 has no `paid_with`, and its type cannot be absent\nhelp: say what stands in for it: `default`, `default = ...` or `with = path`\nhelp: or make it an `Option`"
                )
            }
        };
    };
};
