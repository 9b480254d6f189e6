//! Text, characters, UUIDs and bytes.

use std::borrow::Cow;

use uuid::Uuid;
use versioned_events::{Bytes, Code, Event};

use crate::support::{read, refused, written};

#[test]
fn text_is_kept_to_the_last_character() {
    same! {
        String {
            String::new() => r#""""#;
            "\" \\ / \n \r \t \u{8} \u{c} \u{0} \u{1f} \u{7f}".to_owned()
                => "\"\\\" \\\\ / \\n \\r \\t \\b \\f \\u0000 \\u001f \u{7f}\"";
            "ä € 𝄞 👩‍👩‍👧 \u{feff}\u{2028}\u{10ffff}".to_owned() => "\"ä € 𝄞 👩‍👩‍👧 \u{feff}\u{2028}\u{10ffff}\"";
        }
        Cow<'static, str> { "a\"b".into() => r#""a\"b""#; }
        Box<str> { "é".into() => r#""é""#; }
        char { '𝄞' => r#""𝄞""#; '"' => r#""\"""#; '\0' => r#""\u0000""#; }
        Uuid { Uuid::nil() => r#""00000000-0000-0000-0000-000000000000""#; Uuid::max() => r#""ffffffff-ffff-ffff-ffff-ffffffffffff""#; }
        Bytes {
            Bytes::default() => r#""""#;
            Bytes::from(vec![0]) => r#""AA==""#;
            Bytes::from(vec![0xff, 0xfe]) => r#""//4=""#;
            Bytes::from(vec![0xfb, 0xef, 0xbe]) => r#""++++""#;
        }
    }
    reads! {
        String { r#""\ud834\udd1e\/\u0041""# => "𝄞/A".to_owned(); }
        char { r#""\ud834\udd1e""# => '𝄞'; }
        Uuid { r#""FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF""# => Uuid::max(); }
    }
    refuses! {
        String, r#""""# => TypeMismatch: "1", "null", "true", "[]";
        String, r#""""# => NotJson: r#""\ud834""#, r#""\ud834\u0041""#, r#""\udd1e""#;
        char, r#""a""# => BadFormat: r#""""#, r#""ab""#, "\"e\u{301}\"";
        Uuid, r#""00000000-0000-0000-0000-000000000000""# => BadFormat: r#""""#,
            r#""00000000000000000000000000000000""#, r#""{00000000-0000-0000-0000-000000000000}""#,
            r#""00000000-0000-0000-0000-00000000000g""#, r#""urn:uuid:00000000-0000-0000-0000-000000000000""#;
        Bytes, r#""""# => BadFormat: r#""AA""#, r#""AB==""#, r#""A A=""#, r#""-_-_""#;
    }
}
