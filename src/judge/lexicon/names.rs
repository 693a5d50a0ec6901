#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameMask(pub(crate) u16);
impl NameMask {
    pub(crate) const BODYX: Self = Self(1);
    pub(crate) const AD: Self = Self(2);
    pub(crate) const COMM: Self = Self(4);
    pub(crate) const REL: Self = Self(8);
    pub(crate) const FOOT: Self = Self(16);
    pub(crate) const HIDE: Self = Self(32);
    pub(crate) const CAP: Self = Self(64);
    pub(crate) const NAV: Self = Self(128);
    pub(crate) const SHARE: Self = Self(256);
    pub(crate) const AUTHOR: Self = Self(512);
    pub(crate) const SIDEBAR: Self = Self(1024);
    pub(crate) fn contains(self, o: Self) -> bool {
        self.0 & o.0 != 0
    }
}
pub(crate) fn names(_t: &str) -> NameMask {
    NameMask(0)
}
impl std::ops::BitOr for NameMask {
    type Output = Self;
    fn bitor(self, o: Self) -> Self {
        Self(self.0 | o.0)
    }
}
impl NameMask {
    pub(crate) fn intersects(self, o: Self) -> bool {
        self.0 & o.0 != 0
    }
}
