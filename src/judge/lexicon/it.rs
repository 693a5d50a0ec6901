super::rows! { "it";
    Whole Share: "share-it";
}
