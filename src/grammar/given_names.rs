//! Given names, by language: what tells a writer's own site, which bears their name, from a paper's.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The most usual given names of a language, in lower case. What is a name in several stands in one.
#[rustfmt::skip]
const GIVEN_NAMES: &[(&str, &str)] = &[
    ("en", "aaron abigail adam adrian aidan alan albert alec alex alexander alice alison allison amanda amber amy andrea andrew andy angela ann anna"),
    ("en", "anne anthony april arthur ashley audrey austin barbara barry becky ben benjamin bernard beth betty beverly bill billy bob bobby brad bradley"),
    ("en", "brandon brenda brent brett brian bridget bruce bryan bryce caitlin callum calvin cameron carl carol caroline carolyn casey cassidy catherine"),
    ("en", "cathy chad charles charlie charlotte chelsea cheryl chloe chris christian christina christine christopher cindy claire clara clive cody"),
    ("en", "colin connor courtney craig crystal curtis cynthia dale dan daniel danielle darren dave david dawn dean deborah debra dennis derek diana"),
    ("en", "diane donald donna doris dorothy doug douglas duncan dylan earl ed eddie edward edwin eileen elaine eleanor elizabeth ella ellen ellie emily"),
    ("en", "emma eric erica erin ethan eugene evan evelyn faith felicity fiona florence frances francis frank fred gareth garry gary gavin gemma geoff"),
    ("en", "geoffrey george gerald gillian gina glenn gloria gordon grace graham grant greg gregory guy hannah harold harriet harry harvey hayley"),
    ("en", "heather heidi helen henry holly howard hugh ian irene isaac isabella ivan jack jackie jackson jacob jacqueline jake james jamie jane janet"),
    ("en", "janice jared jasmine jason jay jean jeff jeffrey jennifer jenny jeremy jerry jesse jessica jill jim jimmy joan joanna joanne joe joel john"),
    ("en", "johnny jon jonathan jordan joseph josh joshua joyce juan judith judy julia julian julie justin karen kate katherine kathleen kathryn kathy"),
    ("en", "katie keith kelly ken kenneth kerry kevin kim kimberly kirsty kristen kyle larry laura lauren lawrence leah lee leo leonard leslie lewis"),
    ("en", "liam linda lindsay lisa liz logan lois lori louis louise lucas lucy luke lynn madison malcolm marcus margaret maria marie marilyn marion"),
    ("en", "mark martin marvin mary matt matthew maureen max megan melanie melissa michael michelle mike mitchell molly monica morgan nancy naomi"),
    ("en", "natalie natasha nathan neil nicholas nick nicola nicole nigel noah norman oliver olivia oscar owain owen pamela patricia patrick paul paula"),
    ("en", "pauline penny peter phil philip phillip phoebe pierce rachel ralph randy raymond rebecca rhys richard rick ricky rob robert robin rodney"),
    ("en", "roger ron ronald rosemary ross roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean shane shannon sharon shaun shawn"),
    ("en", "sheila shirley sidney simon sophie spencer stacey stacy stanley stephanie stephen steve steven stewart stuart sue susan suzanne sylvia"),
    ("en", "tamara tara taylor ted teresa terry theresa thomas tiffany tim timothy tina toby todd tom tommy toni tony tracey tracy travis trevor tyler"),
    ("en", "valerie vanessa vera veronica vicki victor victoria vincent virginia wade walter warren wayne wendy will william yvonne zach zachary zoe"),
    ("de", "achim alexandra andreas anja anke annette antje astrid axel beate benedikt bernd bernhard birgit bjoern björn brigitte britta carsten"),
    ("de", "christiane christoph claudia claus cornelia daniela detlef dieter dietmar dirk dominik doreen eberhard eckhard elke enno erich ernst erwin"),
    ("de", "eva fabian felix florian franz frauke friedrich fritz gabriele georg gerd gerhard gisela gottfried guido gudrun günter günther hans harald"),
    ("de", "hartmut heike heiko heiner heinrich heinz helga helmut henning henrik herbert hermann hildegard holger horst hubert ines inge ingo ingrid"),
    ("de", "jan jana jens joachim jochen johanna johannes jörg josef jürgen jutta kai karin karl karsten kathrin katja katrin kerstin kirsten klaus"),
    ("de", "konrad kristin kurt lars lena lothar ludwig lukas lutz maik manfred manuela marc marcel marco margarete marianne mario marko markus martina"),
    ("de", "mathias matthias maximilian meike michaela mirko monika moritz nadine nadja niklas nils norbert olaf petra philipp rainer ralf regina reiner"),
    ("de", "reinhard renate roland rolf rosa rudolf sabine sascha sebastian siegfried sigrid silke silvia simone sonja stefan stefanie steffen susanne"),
    ("de", "sven swen tanja theodor thilo thorsten tilman till tobias torsten udo ulf ulrich ulrike ursula ute uwe volker volkmar waltraud werner"),
    ("de", "wilfried wilhelm wolfgang wolfram"),
    ("fr", "adrien agnès alain alexandre alexis amélie andré antoine arnaud aurélie baptiste béatrice benoît bernadette bruno camille cécile cédric"),
    ("fr", "chantal christelle christophe clément corinne cyril damien delphine denis didier dominique édouard élise élodie emmanuel emmanuelle étienne"),
    ("fr", "fabien fabrice florent françois françoise frédéric gabriel gaël geneviève gérard gilles guillaume hélène henri hervé hugo isabelle jacques"),
    ("fr", "jérôme joëlle julien karine laurence laurent léa loïc luc lucie ludovic manon margaux mathieu mathilde maxime mickaël monique nathalie"),
    ("fr", "nicolas noémie olivier pascal pascale patrice philippe pierre quentin raphaël rémi rémy renaud romain sébastien serge séverine stéphane"),
    ("fr", "stéphanie sylvain sylvie thibault thierry valentin valérie véronique virginie xavier yann yannick yves"),
    ("es", "adriana agustín alberto alejandra alejandro alfonso alfredo álvaro ana andrés ángel antonio arturo beatriz belén camila carlos carmen"),
    ("es", "carolina cecilia césar cristina diego dolores eduardo elena emilio enrique esteban fernando francisco gabriela germán gonzalo guadalupe"),
    ("es", "guillermo gustavo héctor hernán ignacio inés isabel jaime javier jesús joaquín jorge josé josefina juana julio leonardo leticia lorena luis"),
    ("es", "luisa manuel marcela marcelo marta mateo matías mauricio mercedes miguel mónica natalia nicolás noelia nuria óscar pablo paloma paola"),
    ("es", "patricio pedro pilar rafael ramiro ramón raúl ricardo roberto rocío rodrigo rosario rubén salvador santiago sergio sofía soledad susana"),
    ("es", "tomás valentina verónica vicente ximena yolanda"),
    ("it", "alessandra alessandro alessia alessio angelo antonella arianna carlo chiara claudio cristiano daniele davide domenico elisa emanuele enrico"),
    ("it", "fabio fabrizio federica federico filippo flavio francesca francesco giacomo gianluca gianni giorgia giorgio giovanni giulia giuliano giulio"),
    ("it", "giuseppe ilaria lorenzo luca luciano luigi marcello massimo matteo maurizio michela michele paolo pietro raffaele riccardo roberta salvatore"),
    ("it", "serena silvio stefania stefano tommaso umberto valeria vincenzo vittorio"),
    ("pt", "afonso aline bernardo bruna caio catarina cláudia débora eduarda fábio fernanda filipe flávio helena henrique joana joão juliana larissa"),
    ("pt", "leandro letícia lígia luana lúcia luciana luís luiz madalena maíra márcia márcio mariana marisa mateus murilo natália otávio paulo rafaela"),
    ("pt", "renata renato rita rogério rui sandro sílvia sónia tatiana thiago tiago vinícius vítor"),
    ("nl", "anneke arjan bart bas bram cor erik esther femke floor freek gerrit gijs hanneke harm henk ineke jaap janneke jasper jelle jeroen joost"),
    ("nl", "joris kees koen lotte maaike maarten marieke marijke marleen martijn mieke niels pieter remco rianne rik roel ruben sander sanne sjoerd"),
    ("nl", "stijn teun thijs tijmen wim wouter"),
    ("sv", "anders annika christoffer dag eivind elin emil erika fredrik gunilla gunnar håkan hanna helene jakob johan jonas kjell kristina lasse"),
    ("sv", "lennart linnea magnus malin mats mattias mikael oskar patrik per pontus rasmus rickard sofia stig torbjörn ulla viktor åke åsa"),
    ("da", "asger bent birgitte bo camilla flemming freja frederik gitte hanne ida jeppe jesper kasper kristian lene lise lone mads majken malene mette"),
    ("da", "mikkel morten ole pernille poul rikke signe søren torben"),
    ("no", "arne bjørn eirik espen geir gro guro halvard håvard jostein jørgen kari kjersti liv magne marit marius marte nina odd ola olav øystein pål"),
    ("no", "ragnhild randi roar rune sigurd silje sindre siri stein steinar svein terje tone tor trond vegard vidar"),
    ("fi", "aino antti anu arto elina eero heikki ilkka jaana jari jouni juha juhani jukka kaisa kalle kimmo kirsi lauri leena liisa marja marjo markku"),
    ("fi", "matti mika mikko minna olli outi paavo päivi pasi pekka petri pirjo riikka sami sanna satu seppo taina tapio teemu tero timo tuomas tuula"),
    ("fi", "ville"),
    ("pl", "agata agnieszka aleksandra andrzej bartosz beata dariusz dorota ewa grzegorz irena iwona jacek jakub justyna kamil karol karolina katarzyna"),
    ("pl", "krzysztof łukasz maciej magdalena małgorzata marcin marek mariusz michał paweł piotr przemysław rafał sławomir stanisław sylwia szymon"),
    ("pl", "tadeusz tomasz wojciech zbigniew zofia"),
    ("cs", "alena aleš dušan filip hana ivana jaroslav jiří karel kateřina klára ladislav lenka libor lukáš michal milan miroslav ondřej pavel petr"),
    ("cs", "radek roman stanislav tereza tomáš václav věra veronika vladimír vojtěch zdeněk zuzana"),
    ("hu", "ágnes andrás anikó attila balázs bence csaba dániel dávid dóra edit éva ferenc gábor gergely györgy ildikó imre istván jános józsef judit"),
    ("hu", "katalin krisztina lászló márta mária mihály miklós péter réka sándor szilvia tamás tibor zoltán zsófia zsolt"),
    ("tr", "ahmet ali ayşe burak can cem deniz elif emre fatma hakan hasan hüseyin ibrahim kemal mehmet merve murat mustafa onur osman ömer özlem selin"),
    ("tr", "serkan yusuf zeynep"),
    ("id", "agus ahmad andi budi dewi dian eko fitri hendra indra joko nur putri rina rizki siti sri teguh wahyu yuli"),
    ("ro", "alexandru alina andrei bogdan cătălin constantin corina cosmin cristian dragoș florin gheorghe ioana ion ionuț iulia laurențiu liviu lucian"),
    ("ro", "mihaela mihai mircea oana radu raluca răzvan sorin ștefan tudor vasile vlad"),
];

static NAMES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let rows = GIVEN_NAMES.iter();
    rows.flat_map(|(_, names)| names.split(' ')).collect()
});

/// Whether a word is a given name, in whatever case.
pub(crate) fn is_given_name(word: &str) -> bool {
    NAMES.contains(word.to_lowercase().as_str())
}
