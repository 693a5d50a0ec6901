super::rows! { "fr";
    Whole Share: "share-fr"; Heading Related: "lire aussi";
}
