//! What an event with `validate` has in place of the methods that do not check.

/// `read_event` and `write_event` of an event whose value rules are checked.
///
/// ```text
/// __event::validated!(OrderPaid, panic!("it has no rules"), panic!("they need a context"));
/// ```
#[cfg(feature = "garde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __validated {
    ($type:ident, $no_rules:expr, $other_rules:expr) => {
        fn read_event<'de, D: $crate::__private::serde::Deserializer<'de>>(
            deserializer: D,
            at: $crate::Version,
        ) -> ::core::result::Result<Self, D::Error> {
            #[allow(unused_imports)]
            use $crate::__private::NoRules as _;
            const _: () = {
                #[allow(dead_code, clippy::panic)]
                const EVENTS_HAVE_RULES: () = {
                    type Rules = $crate::__private::Rules<'static, $type>;
                    if !Rules::EXIST_SOMEWHERE {
                        $no_rules
                    }
                    if !Rules::EXIST {
                        $other_rules
                    }
                };
            };
            let event = <Self as $crate::Decode>::decode(deserializer, at)?;
            $crate::__private::Rules(&event).check_read::<D::Error>()?;
            ::core::result::Result::Ok(event)
        }

        fn write_event<S: $crate::__private::serde::Serializer>(
            &self,
            serializer: S,
            view: $crate::View,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            #[allow(unused_imports)]
            use $crate::__private::NoRules as _;
            $crate::__private::Rules(self).check_written::<S::Error>()?;
            <Self as $crate::Encode>::encode(self, serializer, view)
        }
    };
}

/// The same without the feature: one error in our words.
#[cfg(not(feature = "garde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __validated {
    ($type:ident, $no_rules:expr, $other_rules:expr) => {
        ::core::compile_error! {
            "`validate` needs the feature `garde`\nhelp: enable the feature `garde` of `versioned-events`: `features = [\"garde\"]`"
        }
    };
}
