#[allow(deprecated)]
const _: () = {
    use ::versioned_events::__private as __event;
    #[automatically_derived]
    impl __event::Event for OrderPaid {
        const SCHEMA: __event::Known = &__event::schema::<Self>("order.paid", 1)
            .key(&["order_id"]);
        fn key(&self) -> __event::Option<__event::RecordKey<'_>> {
            __event::key(<Uuid as __event::Key>::part(&self.order_id))
        }
    }
    impl __event::Fields for OrderPaid {
        const FIELDS: &'static [__event::Field] = &[
            __event::Field::new("order_id", <Uuid as __event::Schema>::SHAPE),
            __event::Field::new("amount", <Decimal as __event::Schema>::SHAPE),
            __event::Field::new("email", <String as __event::Schema>::SHAPE),
        ];
        fn read_fields(__in: &mut impl __event::Reading) -> __event::Made<Self> {
            let mut __slots = (__event::None, __event::None, __event::None);
            __in.each(|__name, __in| match __name {
                "order_id" => <Uuid as __event::Schema>::fill(&mut __slots.0, __in),
                "amount" => <Decimal as __event::Schema>::fill(&mut __slots.1, __in),
                "email" => <String as __event::Schema>::fill(&mut __slots.2, __in),
                _ => __in.skip(),
            })?;
            __event::Ok(Self {
                order_id: <Uuid as __event::Schema>::finish(__slots.0)?,
                amount: <Decimal as __event::Schema>::finish(__slots.1)?,
                email: <String as __event::Schema>::finish(__slots.2)?,
            })
        }
        fn write_fields(&self, __to: &mut impl __event::Writing) -> __event::Done {
            <Uuid as __event::Schema>::write(&self.order_id, __to, "order_id")?;
            <Decimal as __event::Schema>::write(&self.amount, __to, "amount")?;
            <String as __event::Schema>::write(&self.email, __to, "email")
        }
    }
    __event::struct_value!(OrderPaid, "OrderPaid", 1);
};
