//! What breaks between two contracts, for whom, and a payload that proves it.

#![warn(unreachable_pub)] // `pub` means public
