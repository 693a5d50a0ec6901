super::rows! { "tr";
    Whole Share: "share-tr";
}
