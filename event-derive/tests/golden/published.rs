#[allow(deprecated)]
const _: () = {
    use ::versioned_events::__private as __event;
    #[allow(dead_code)]
    const __EVENT: __event::Known = <OrderPaid as __event::Event>::SCHEMA;
    const __P1: &__event::Shape = &__event::Shape::Struct(
        &__event::promised::object(
            "LineItem",
            1,
            false,
            &[
                __event::Field::new("product_id", __event::promised::UUID),
                __event::Field::new("quantity", __event::promised::U32),
            ],
        ),
    );
    #[allow(dead_code)]
    const LINE_ITEMS_3_IS_AS_PUBLISHED: () = {
        __event::keep(__EVENT, 2, 3, &__event::Shape::List(__P1), "Vec<LineItem>");
    };
    #[allow(dead_code)]
    const FIELDS_ARE_AS_PUBLISHED: () = {
        let _ = ::core::include_bytes!("tests/golden/contracts/order.paid/v1.json");
        let _ = ::core::include_bytes!("tests/golden/contracts/order.paid/v2.json");
        let _ = ::core::option_env!("VERSIONED_EVENTS_ACCEPT");
        __event::keep(__EVENT, 2, 0, __event::promised::UUID, "Uuid");
        __event::keep(__EVENT, 1, 1, __event::promised::DECIMAL, "Decimal");
        __event::keep(__EVENT, 2, 2, __event::promised::DECIMAL, "Decimal");
        __event::refuse_other_min_reader(__EVENT, 2);
    };
};
