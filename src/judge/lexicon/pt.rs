super::rows! { "pt";
    Whole Share: "share-pt";
}
