//! The door for blocks that somebody else has cut, and the collapse by itself.

use faircopy::{Article, Block, Extractor, InputBlock, InputKind, Limit, Limits, Reason, Repeats};

const BODY: [&str; 3] = [
    "夜航渡轮自2013年起停驶，港务局周五表示，从下周起恢复载客，每晚一班，往返于江州与沙岛之间。",
    "渡轮晚上十点四十分离港，次日清晨六点前抵达，船上设有四十个舱位和一间餐厅，另有甲板座位出售。",
    "双人舱票价九十元；在甲板座椅上过夜的乘客只需支付日班船的票价，儿童与学生另有优惠，凭证购买。",
];

fn twice() -> Vec<&'static str> {
    let first = ["夜航渡轮复航"].into_iter().chain(BODY);
    let second = ["夜航渡轮复航"].into_iter().chain(BODY);
    first.chain(second).collect()
}

/// The record without where its paragraphs stand: blocks that are handed over stand nowhere.
fn unplaced(mut article: Article) -> Article {
    for block in &mut article.body {
        if let Block::Paragraph { span, .. } = block {
            *span = None;
        }
    }
    for removed in &mut article.removed {
        removed.span = None;
    }
    article
}

#[test]
fn blocks_give_what_their_lines_give() {
    let texts = twice();
    let blocks: Vec<InputBlock> = texts.iter().copied().map(InputBlock::new).collect();
    let extractor = Extractor::new().explain(true);
    assert_eq!(
        extractor.extract_blocks(&blocks),
        unplaced(extractor.extract_text(&texts.join("\n")))
    );
}

#[test]
fn a_block_without_text_parts_as_a_blank_line_does() {
    let lines = ["夜航渡轮复航", "", BODY[0], "", BODY[1]];
    let blocks = lines.map(InputBlock::new);
    let extractor = Extractor::new().explain(true);
    assert_eq!(
        extractor.extract_blocks(&blocks),
        unplaced(extractor.extract_text(&lines.join("\n")))
    );
}

#[test]
fn a_given_kind_reaches_the_record() {
    let blocks = [
        InputBlock::new("港口简报"),
        InputBlock::new("夜航渡轮复航").kind(InputKind::Heading(1)),
        InputBlock::new(BODY[0]),
        InputBlock::new("let fare = 90;\n    board(fare);").kind(InputKind::Code),
        InputBlock::new(BODY[1]),
    ];
    let article = faircopy::extract_blocks(&blocks);
    assert_eq!(article.title.as_deref(), Some("夜航渡轮复航"));
    let code = article.body.iter().find_map(|block| match block {
        faircopy::Block::Code { text, .. } => Some(text.as_str()),
        _ => None,
    });
    assert_eq!(code, Some("let fare = 90;\n    board(fare);"));
}

#[test]
fn the_callers_numbers_come_back() {
    let texts = twice();
    let blocks: Vec<InputBlock> = (0..)
        .map(|at| 100 + 10 * at)
        .zip(&texts)
        .map(|(number, text)| InputBlock::new(text).number(number))
        .collect();
    let article = Extractor::new().explain(true).extract_blocks(&blocks);
    let copies: Vec<(Option<u32>, Option<Repeats>)> = article
        .removed
        .iter()
        .filter(|removed| removed.reason == Reason::DuplicateBody)
        .map(|removed| (removed.line, removed.of))
        .collect();
    let expected = [(150, 0), (160, 1), (170, 2)];
    assert_eq!(
        copies,
        expected.map(|(line, of)| (Some(line), Some(Repeats::Body(of))))
    );
}

#[test]
fn the_collapse_removes_copies_and_no_furniture() {
    let mut texts = vec!["首页", "登录 | 注册"];
    texts.extend(twice());
    texts.push("版权所有 江州日报");
    let blocks: Vec<InputBlock> = texts.iter().copied().map(InputBlock::new).collect();
    let collapsed = Extractor::new().collapse(&blocks);
    let classes: Vec<(usize, Vec<usize>)> = collapsed
        .classes
        .iter()
        .map(|class| {
            let copies = class.copies.iter().map(|copy| copy.block).collect();
            (class.kept, copies)
        })
        .collect();
    let expected = [(2, 6), (3, 7), (4, 8), (5, 9)];
    assert_eq!(classes, expected.map(|(kept, copy)| (kept, vec![copy])));
}

#[test]
fn an_edited_copy_says_what_differs() {
    let edited = BODY[1].replace("另有甲板座位出售", "另有甲板座位");
    let texts = [
        "夜航渡轮复航",
        BODY[0],
        BODY[1],
        BODY[2],
        "推荐阅读",
        "夜航渡轮复航",
        BODY[0],
        &edited,
        BODY[2],
    ];
    let blocks = texts.map(InputBlock::new);
    let collapsed = Extractor::new().collapse(&blocks);
    let class = collapsed.classes.iter().find(|class| class.kept == 2);
    let copy = &class.expect("the edited paragraph has a class").copies[0];
    assert_eq!((copy.block, copy.reason), (7, Reason::DuplicateBody));
    assert!(copy.similarity > 0.9 && copy.similarity < 1.0);
    assert!(
        copy.difference
            .as_deref()
            .is_some_and(|text| text.contains("[+出售+]"))
    );
}

#[test]
fn a_limit_that_ends_the_search_is_told() {
    let texts = twice();
    let blocks: Vec<InputBlock> = texts.iter().copied().map(InputBlock::new).collect();
    let limits = Limits::default().set(Limit::Blocks, 4);
    let collapsed = Extractor::new().limits(limits).collapse(&blocks);
    assert!(collapsed.classes.is_empty());
    assert_eq!(collapsed.limits_hit.len(), 1);
    assert_eq!(collapsed.limits_hit[0].limit, Limit::Blocks);
}
