super::rows! { "more";
    Whole Share: "share-more";
}
