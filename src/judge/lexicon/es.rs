super::rows! { "es";
    Whole Share: "share-es";
}
