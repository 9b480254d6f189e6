#[allow(deprecated)]
const _: () = {
    use ::versioned_events::__private as __event;
    const __P1: &__event::Promised = &__event::Promised::Struct(
        "LineItem",
        1,
        false,
        &[("product_id", __event::promised::UUID), ("quantity", __event::promised::U32)],
    );
    #[allow(dead_code)]
    const LINE_ITEMS_3_IS_AS_PUBLISHED: () = {
        let __known = <OrderPaid as __event::Event>::SCHEMA;
        __event::keep(__known, 2, 3, &__event::Promised::List(__P1), "Vec<LineItem>");
    };
    #[allow(dead_code)]
    const FIELDS_ARE_AS_PUBLISHED: () = {
        let _ = ::core::include_bytes!("tests/golden/contracts/order.paid/v1.json");
        let _ = ::core::include_bytes!("tests/golden/contracts/order.paid/v2.json");
        let _ = ::core::option_env!("VERSIONED_EVENTS_ACCEPT");
        let __known = <OrderPaid as __event::Event>::SCHEMA;
        __event::keep(__known, 2, 0, __event::promised::UUID, "Uuid");
        __event::keep(__known, 1, 1, __event::promised::DECIMAL, "Decimal");
        __event::keep(__known, 2, 2, __event::promised::DECIMAL, "Decimal");
        __event::refuse_other_min_reader(__known, 2);
    };
};
