super::rows! { "nl";
    Whole Share: "share-nl";
}
