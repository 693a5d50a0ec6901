super::rows! { "pl";
    Whole Share: "share-pl";
}
