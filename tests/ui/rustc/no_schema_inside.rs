use versioned_events::{Envelope, Event};

struct Customer {
    id: String,
}

fn id_of(customer: Customer) -> String {
    customer.id
}

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id", removed(name = "last", type = "Vec<Customer>", until = 1))]
struct OrderPaid {
    order_id: String,
    customers: Vec<Customer>,
    seller: Option<Box<Customer>>,
    #[field(was(type = "Customer", until = 1, with = id_of))]
    id: String,
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
