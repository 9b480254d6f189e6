//! `with = path`: a function makes what stands in for the field

use versioned_events::Event;

use crate::support::becomes;

mod made {
    pub(super) fn three() -> Vec<u8> {
        vec![1, 2, 3]
    }
}

#[derive(Event)]
#[event(type = "lamp.switched", version = 2, keyless)]
struct LampSwitched {
    #[field(since = 2, with = made::three)]
    path: Vec<u8>,
    #[field(since = 2, with = "made::three")]
    quoted: Vec<u8>,
    #[field(since = 2, with = String::new)]
    method: String,
    #[field(with = made::three)]
    always: Vec<u8>,
}

#[test]
fn a_function_stands_in_where_the_version_lacks_the_field() {
    let today = r#"{"path":[1,2,3],"quoted":[1,2,3],"method":"","always":[1,2,3]}"#;
    becomes::<LampSwitched>(1, "{}", today);
    let nine = r#"{"path":[1,2,3],"quoted":[1,2,3],"method":"","always":[9]}"#;
    becomes::<LampSwitched>(1, r#"{"path":[],"method":7,"always":[9]}"#, nine);
}

#[test]
fn without_since_it_stands_in_in_every_version() {
    let data = r#"{"path":[],"quoted":[4],"method":"m"}"#;
    let today = r#"{"path":[],"quoted":[4],"method":"m","always":[1,2,3]}"#;
    becomes::<LampSwitched>(2, data, today);
}
