//! Types that contain themselves, and `recursive(Other)` for those that do so together

use std::collections::{BTreeMap, HashMap};

use versioned_events::schema::Shape;
use versioned_events::{Code, Event, Schema};

use crate::support::{becomes, refuses};

#[derive(Schema)]
struct Tree {
    name: String,
    list: Vec<Tree>,
    boxed: Option<Box<Tree>>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    map: BTreeMap<String, Tree>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    deep: Vec<Option<Box<HashMap<u8, Self>>>>,
}

#[derive(Schema)]
#[schema(rename_all = "snake_case")]
enum Expression {
    Number(i8),
    Not(Box<Expression>),
    All(Vec<Expression>),
    If { test: Box<Expression>, other: Option<Box<Expression>> },
}

#[derive(Schema)]
#[schema(tag = "kind")]
enum Node {
    Leaf,
    Pair { left: Box<Node>, right: Box<Node> },
}

#[derive(Schema)]
struct Company {
    name: String,
    #[field(recursive(Person))]
    staff: Vec<Person>,
}

#[derive(Schema)]
struct Person {
    name: String,
    firm: Option<Box<Company>>,
}

#[derive(Event)]
#[event(type = "tree.grown", version = 2, keyless)]
struct TreeGrown {
    tree: Tree,
    #[field(since = 2)]
    expression: Option<Expression>,
    #[field(since = 2)]
    node: Option<Node>,
    #[field(since = 2)]
    firm: Option<Company>,
    #[field(since = 2, default)]
    events: Vec<TreeGrown>,
}

const LEAF: &str = r#"{"name":"x","list":[]}"#;

#[test]
fn a_struct_can_hold_itself_in_lists_boxes_options_and_maps() {
    let data = format!(
        r#"{{"tree":{{"name":"a","list":[{LEAF},{LEAF}],"boxed":{{"name":"b","list":[{LEAF}]}},"map":{{"k":{LEAF}}},"deep":[null,{{"7":{LEAF}}}]}},"events":[{{"tree":{LEAF},"events":[]}}]}}"#
    );
    becomes::<TreeGrown>(2, &data, &data);
}

#[test]
fn an_enum_can_hold_itself() {
    let expression =
        r#"{"if":{"test":{"not":{"all":[{"number":-1},{"all":[]}]}},"other":{"number":1}}}"#;
    let data = format!(r#"{{"tree":{LEAF},"expression":{expression},"events":[]}}"#);
    becomes::<TreeGrown>(2, &data, &data);
    let node = r#"{"kind":"Pair","left":{"kind":"Leaf"},"right":{"kind":"Pair","left":{"kind":"Leaf"},"right":{"kind":"Leaf"}}}"#;
    let data = format!(r#"{{"tree":{LEAF},"node":{node},"events":[]}}"#);
    becomes::<TreeGrown>(2, &data, &data);
    let tag_last = r#"{"right":{"right":{"kind":"Leaf"},"kind":"Pair","left":{"kind":"Leaf"}},"left":{"kind":"Leaf"},"kind":"Pair"}"#;
    let written = data.clone();
    becomes::<TreeGrown>(2, &data.replace(node, tag_last), &written);
}

#[test]
fn two_types_can_hold_each_other() {
    let firm = r#"{"name":"f","staff":[{"name":"p","firm":{"name":"g","staff":[]}},{"name":"q"}]}"#;
    let data = format!(r#"{{"tree":{LEAF},"firm":{firm},"events":[]}}"#);
    becomes::<TreeGrown>(2, &data, &data);
}

#[test]
fn paths_go_all_the_way_down() {
    for (tree, code, path) in [
        (
            r#"{"name":"a","list":[{"name":"b","list":[{"name":7,"list":[]}]}]}"#,
            Code::TypeMismatch,
            "$.data.tree.list[0].list[0].name",
        ),
        (
            r#"{"name":"a","list":[],"boxed":{"name":"b","list":[],"boxed":{"name":"c"}}}"#,
            Code::MissingField,
            "$.data.tree.boxed.boxed.list",
        ),
        (
            r#"{"name":"a","list":[],"map":{"k":{"name":"b","list":{}}}}"#,
            Code::TypeMismatch,
            "$.data.tree.map{0}.list",
        ),
        (
            r#"{"name":"a","list":[],"deep":[null,{"256":{"name":"b","list":[]}}]}"#,
            Code::BadFormat,
            "$.data.tree.deep[1]{0}",
        ),
    ] {
        refuses::<TreeGrown>(1, &[(&format!(r#"{{"tree":{tree}}}"#), code, path)]);
    }
    let expression = r#"{"if":{"test":{"not":{"all":[{"number":-1},{"number":128}]}}}}"#;
    refuses::<TreeGrown>(
        2,
        &[(
            &format!(r#"{{"tree":{LEAF},"expression":{expression},"events":[]}}"#),
            Code::OutOfRange,
            "$.data.expression.if.test.not.all[1].number",
        )],
    );
}

#[test]
fn an_edge_back_has_the_name_of_its_type() {
    let name_of = |shape: &Shape| match shape {
        Shape::List(Shape::Recursive { name, .. }) => *name,
        _ => panic!(),
    };
    let Shape::Struct(tree) = Tree::SHAPE else { panic!() };
    assert_eq!(name_of(tree.fields[1].shape), "Tree");
    let Shape::Struct(company) = Company::SHAPE else { panic!() };
    assert_eq!(name_of(company.fields[1].shape), "Person");
}

/// Nested `levels` deep; one list or object a level.
fn nested(levels: usize, open: &str, close: &str) -> String {
    format!(
        r#"{{"tree":{LEAF},"node":{}{{"kind":"Leaf"}}{},"events":[]}}"#,
        open.repeat(levels),
        close.repeat(levels)
    )
}

const TAG_FIRST: (&str, &str) = (r#"{"kind":"Pair","left":{"kind":"Leaf"},"right":"#, "}");
const TAG_LAST: (&str, &str) = (r#"{"left":{"kind":"Leaf"},"right":"#, r#","kind":"Pair"}"#);

#[test]
fn what_stands_before_a_tag_can_be_32_deep() {
    let ((open, close), (first, end)) = (TAG_LAST, TAG_FIRST);
    becomes::<TreeGrown>(2, &nested(32, open, close), &nested(32, first, end));
    assert_eq!(too_deep(&nested(33, open, close)), Code::TooDeep);
}

#[test]
fn records_can_be_nested_to_the_limit_and_no_deeper() {
    // Record, payload and the innermost leaf are three levels of 127.
    let (open, close) = TAG_FIRST;
    let deepest = nested(124, open, close);
    becomes::<TreeGrown>(2, &deepest, &deepest);
    assert_eq!(too_deep(&nested(125, open, close)), Code::TooDeep);
    assert_eq!(too_deep(&nested(5000, open, close)), Code::TooDeep);
}

fn too_deep(data: &str) -> Code {
    let record = crate::support::record("tree.grown", 2, data);
    crate::support::record_error::<TreeGrown>(&record).code()
}

#[test]
fn a_tag_that_comes_last_does_not_lift_the_limit() {
    let (open, close) = TAG_LAST;
    for levels in [300, 1000] {
        assert_eq!(too_deep(&nested(levels, open, close)), Code::TooDeep, "{levels}");
    }
}
