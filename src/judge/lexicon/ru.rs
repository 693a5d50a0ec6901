super::rows! { "ru";
    Whole Share: "share-ru";
}
