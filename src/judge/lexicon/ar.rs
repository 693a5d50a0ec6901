super::rows! { "ar";
    Whole Share: "share-ar";
}
