//! `tag = "pii"` on a field

use serde_json::json;
use versioned_events::schema::{Content, Field, Shape};
use versioned_events::{Event, Openness, Registry, Schema};

#[derive(Event)]
#[event(type = "user.joined", version = 2, key = "id")]
struct UserJoined {
    id: u64,
    #[field(tag = "pii", tag = "gdpr.art-9", masked)]
    #[field(renamed(from = "mail", until = 1))]
    email: String,
    #[field(tag = "k_2")]
    contact: Contact,
}

#[derive(Schema)]
#[schema(debug)]
enum Contact {
    Phone {
        #[field(tag = "pii")]
        number: String,
    },
    None,
}

fn fields<T: Schema>() -> &'static [Field] {
    let Shape::Struct(table) = T::SHAPE else { panic!("a struct") };
    table.fields
}

#[test]
fn tags_stand_in_the_table_and_in_the_schema_of_every_version() {
    let tags: Vec<_> =
        fields::<UserJoined>().iter().map(|field| (field.name, field.tags)).collect();
    let email = &["pii", "gdpr.art-9"] as &[_];
    assert_eq!(
        tags,
        [("id", &[] as &[_]), ("mail", email), ("email", email), ("contact", &["k_2"])]
    );
    for (version, name) in [(1, "mail"), (2, "email")] {
        let schema = UserJoined::SCHEMA.json_schema(version, Openness::Closed).unwrap();
        assert_eq!(schema["properties"][name]["x-tags"], json!(["pii", "gdpr.art-9"]));
        assert_eq!(schema["properties"]["id"].get("x-tags"), None);
        assert_eq!(schema["properties"]["contact"]["x-tags"], json!(["k_2"]));
    }
    let Shape::Enum(contact) = Contact::SHAPE else { panic!("an enum") };
    let Content::Struct(phone) = contact.variants[0].content else { panic!("fields") };
    assert_eq!(phone.fields[0].tags, ["pii"]);
}

#[test]
fn a_tag_changes_nothing_that_a_registry_compares() {
    let mut registry = Registry::new();
    registry.register::<UserJoined>().unwrap();
    let schema = UserJoined::SCHEMA.json_schema(2, Openness::Closed).unwrap();
    let mut untagged = schema.clone();
    untagged["properties"]["email"].as_object_mut().unwrap().remove("x-tags").unwrap();
    use versioned_events::registry::SchemaId;
    assert_eq!(SchemaId::of(&schema), SchemaId::of(&untagged));
}
