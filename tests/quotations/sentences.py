"""Sentences in the manner of US news, and who speaks in each of their quoted spans."""

Case = tuple[str, tuple[str | None, ...]]

AFTER: list[Case] = [
    ("“We will not fold,” fumed Dana Whitlock, the state treasurer.", ("Dana Whitlock",)),
    ("“It was a long night,” Whitlock began.", ("Whitlock",)),
    (
        ("“Not on my watch,” thundered the governor’s chief of staff, Paul Ames, at a rally."),
        ("the governor’s chief of staff, Paul Ames",),
    ),
    (
        (
            "“You cannot buy a county,” the senator from Ohio, who is running for a third"
            " term, told a crowd in Toledo on Tuesday."
        ),
        ("the senator from Ohio",),
    ),
    (
        (
            "“You cannot buy a county,” Sen. Rita Cole (D-Ohio), a member of the Judiciar"
            "y Committee, wrote on Twitter."
        ),
        ("Sen. Rita Cole",),
    ),
    (
        ("“I don’t recall that,” said Sen. Rita Cole, R-Ohio, when asked about the memo."),
        ("Sen. Rita Cole",),
    ),
    ("“Who pays for this?” asked Rep. J. T. Barnes.", ("Rep. J. T. Barnes",)),
    ("“Who pays for this?” Barnes asked.", ("Barnes",)),
    (
        ("“No money was set aside for the bridge,” according to the auditor’s report."),
        ("the auditor’s report",),
    ),
    ("When asked about Barnes, Whitlock laughed. “Next question,” she said.", ("she",)),
    (
        (
            "“This is pure fiction,” Barnes said. Whitlock disagreed. “Every page of it i"
            "s true,” she said."
        ),
        ("Barnes", "she"),
    ),
    (
        ("Barnes took to Twitter to mock the report. “Sad little people wrote this,” he wrote."),
        ("he",),
    ),
    ("“He told me, ‘You’re fired,’ and hung up,” Barnes recalled.", ("Barnes",)),
    ("\"He told me, 'You're fired,' and hung up,\" Barnes recalled.", ("Barnes",)),
    ("\"He told me, 'You're fired,'\" Barnes recalled.", ("Barnes",)),
    ("``We are ready,'' said Ames.", ("Ames",)),
    (
        "“See you in court,” tweeted Whitlock campaign manager Joe Tripp.",
        ("Whitlock campaign manager Joe Tripp",),
    ),
    (
        (
            "“See you in court,” Whitlock campaign manager Joe Tripp said in an e-mail to"
            " The Ledger."
        ),
        ("Whitlock campaign manager Joe Tripp",),
    ),
    ("“I’m not a politician,” he likes to say.", ("he",)),
    ("“That’s just wrong,” Barnes, a former prosecutor, said of the ruling.", ("Barnes",)),
    (
        "“That’s just wrong,” Barnes’ spokeswoman, Ann Hill, said.",
        ("Barnes’ spokeswoman, Ann Hill",),
    ),
    ("“That’s just wrong,” Barnes’s spokeswoman said.", ("Barnes’s spokeswoman",)),
    ("“That’s just wrong,” a spokeswoman for Barnes said Thursday.", ("a spokeswoman for Barnes",)),
    (
        ("Jill Marks of Dover agreed. “He says what we all think,” the retired nurse said."),
        ("the retired nurse",),
    ),
    ("“No person shall be denied a hearing,” the law states.", ("the law",)),
    ("“No person shall be denied a hearing,” reads the statute.", ("the statute",)),
    ("“No,” he said.", ("he",)),
    (
        (
            "Then came the question everyone expected. “Will you resign?” a reporter yell"
            "ed. “No,” Barnes replied."
        ),
        ("a reporter", "Barnes"),
    ),
    (
        ("“Barnes is the only candidate who can win,” the super PAC says in its new ad."),
        ("the super PAC",),
    ),
    (
        ("Barnes’s plan would raise “fees, fines and other charges” by 2 percent, Whitlock said."),
        ("Whitlock",),
    ),
    ("The plan is “a disaster in slow motion,” Whitlock said in Dover.", ("Whitlock",)),
    (
        ("The plan is “a disaster in slow motion” that will cost jobs, said Whitlock."),
        ("Whitlock",),
    ),
    ("If the plan passes, “we will all pay for it,” warned Whitlock.", ("Whitlock",)),
    (
        (
            "“This is a process that takes time,” the official said on condition of anony"
            "mity because he was not allowed to speak publicly."
        ),
        ("the official",),
    ),
    (
        ("Some in the party are worried. “It’s a mess,” one longtime strategist said."),
        ("one longtime strategist",),
    ),
    ("“It’s a mess,” Pratt, citing the audit, said.", ("Pratt",)),
    ("Hobbs is “a man who never sleeps,” in the words of one aide.", ("one aide",)),
    ("“The money is gone,” said one. “All of it,” said another.", ("one", "another")),
    (("“The money is gone,” Hobbs told them, according to two people in the room."), ("Hobbs",)),
    ("“The money is gone,” the memo said. Hobbs confirmed its contents.", ("the memo",)),
    ("“She is traveling,” said Peter Dane, a spokesman for Cole.", ("Peter Dane",)),
    ("“She is traveling,” said a Cole spokesman, Peter Dane.", ("a Cole spokesman, Peter Dane",)),
    (
        (
            "“She is traveling,” Cole spokesman Peter Dane said in a statement to The Led"
            "ger on Monday."
        ),
        ("Cole spokesman Peter Dane",),
    ),
    ("“She is traveling,” a source close to the campaign told The Ledger.", ("a source",)),
    ("“When she says she is sorry, I believe her,” said Hobbs.", ("Hobbs",)),
    (("“He said, ‘I will never do it,’ and then he did it,” Cole told the crowd."), ("Cole",)),
    ("“There is no plan,” Cole, whose term ends in May, said Tuesday.", ("Cole",)),
    ("“There is no plan,” an exasperated Cole said Tuesday.", ("an exasperated Cole",)),
    ("“There is no plan,” then-Sen. Rita Cole said in 2006.", ("then-Sen. Rita Cole",)),
    ("“There is no plan,” was how Cole described it.", ("Cole",)),
    ("It is “time to move on from all of this,” she said.", ("she",)),
    (("“This is a movement,” Day, his voice rising, told a crowd of 2,000 in Dover."), ("Day",)),
    (
        (
            "Tom Rusk, who has run the diner since 1971, has never seen anything like it."
            " “People are angry,” he said."
        ),
        ("he",),
    ),
    ("Others were less sure. “People are tired,” said Ed Moss, 33.", ("Ed Moss",)),
    ("(“People are tired,” as Day likes to say.)", ("Day",)),
    ("The memo was blunt. “People are tired,” it said.", ("it",)),
    (
        ("Among those attending was Ed Moss. “People are tired,” the retired miner said."),
        ("the retired miner",),
    ),
    ("“I did not say that,” protested Moss.", ("Moss",)),
    ("“I did not say that,” a visibly angry Moss told the panel.", ("a visibly angry Moss",)),
    (
        ("The suit is “without any merit at all,” company lawyer Liz Moran said in an email."),
        ("company lawyer Liz Moran",),
    ),
    (
        (
            "“We will see them in court,” vowed Attorney General Tom Reyes, a Democrat wh"
            "o is running for the Senate."
        ),
        ("Attorney General Tom Reyes",),
    ),
    (
        (
            "“The section should be closed,” reads the letter, which was signed by 21 att"
            "orneys general."
        ),
        ("the letter",),
    ),
    ("“The bill is dead on arrival,” tweeted Dunn, R-Mo.", ("Dunn",)),
    (
        (
            "“The bill is dead,” Dunn told The Hill’s Jane Roe on Wednesday. Roe pressed "
            "him. “Dead,” he repeated."
        ),
        ("Dunn", "he"),
    ),
    (
        (
            "The bill would “put Joplin first, last and always,” Dunn wrote in a fund-rai"
            "sing email last week."
        ),
        ("Dunn",),
    ),
    (
        ("“He has never met a tax he didn’t like,” Dunn’s opponent, Kay Fell, said."),
        ("Dunn’s opponent, Kay Fell",),
    ),
    ("“I have no idea,” he said when I asked him about it.", ("he",)),
    ("“No comment,” was all Dunn would say.", ("Dunn",)),
    (("The plan amounts to “a betrayal of the river towns,” according to Fell."), ("Fell",)),
    ("Dunn brushed it off. “I’ve been called worse,” he said.", ("he",)),
    ("“I’ve been called worse,” Dunn, asked about the attack, told CNN.", ("Dunn",)),
    (
        (
            "The president “is his own worst enemy,” a senior official told the Post, spe"
            "aking on condition of anonymity."
        ),
        ("a senior official",),
    ),
    ("There was “no daylight between them,” Fell insisted.", ("Fell",)),
    ("“We’re not a debt collector,” scoffed Pam Ruiz, who runs the clinic.", ("Pam Ruiz",)),
    ("“It’s a farce!” the retired teacher bellowed from the back row.", ("the retired teacher",)),
    ("On the strike: “See you on the picket line,” Ruiz said.", ("Ruiz",)),
    ("Ruiz faces “the hardest year of her life,” her lawyer said.", ("her lawyer",)),
    ("“The offer was an insult,” Boyd told the Maple Courier’s Dee Watts.", ("Boyd",)),
    (
        (
            "“The offer was an insult,” Boyd, the union’s leader since 2009, told the Cou"
            "rier on Friday."
        ),
        ("Boyd",),
    ),
    (
        (
            "“The offer was an insult,” Boyd, 52, said Friday outside the clinic, where n"
            "urses were marching."
        ),
        ("Boyd",),
    ),
    ("Tran, like many nurses, is “done being polite about it,” she said.", ("she",)),
    ("“I’m done being polite,” added Tran, echoing Boyd.", ("Tran",)),
    ("Pine ordered an inquiry. It would be “swift and thorough,” he said.", ("he",)),
    ("\"The idea that 'Cole is a crook' is wrong,\" Day said.", ("Day",)),
    ('"It\'s a sad day," House Speaker Al Ryan, R-Wis., said Tuesday.', ("House Speaker Al Ryan",)),
    ('"This is huge," Day told Dover News Daily host Alex Marsh.', ("Day",)),
    ('"If he wins, it\'s over," she said -- and then she laughed.', ("she",)),
    ('And what of the party? "It\'s over," Cole said.', ("Cole",)),
    ('"A fraud," he called it.', ("he",)),
    (
        ('"Can we call her today?" an aide asks in one email. "Not yet," Orr replies.'),
        ("an aide", "Orr"),
    ),
    (
        ("Hobbs “lied again and again to investigators,” prosecutors said in a filing."),
        ("prosecutors",),
    ),
    (
        (
            "The site “will be closed by the end of the year,” the company said in a stat"
            "ement to The Courier."
        ),
        ("the company",),
    ),
    (
        ("“The site will be closed,” the statement, signed by both owners, says."),
        ("the statement",),
    ),
]

BEFORE: list[Case] = [
    ("A man who was at the rally said “it got ugly very fast.”", ("A man",)),
    (("Asked whether he would resign, Ames said, “I have no plans to do that.”"), ("Ames",)),
    ("“This,” Barnes said, “is pure fiction from start to finish.”", ("Barnes", "Barnes")),
    (
        (
            "The campaign did not respond to a request for comment. Barnes wrote on Faceb"
            "ook: “We stand by every word of it.”"
        ),
        ("Barnes",),
    ),
    ("Barnes tried to reassure voters by saying “nobody will lose a house.”", ("Barnes",)),
    ("In her speech, Whitlock promised “a new day for the river towns.”", ("Whitlock",)),
    (
        ("“We’re not going back,” Whitlock said to cheers. She added: “Not now, not ever.”"),
        ("Whitlock", "She"),
    ),
    ("“I love the ’08 crowd,” he said, “and ’em boys from ’74.”", ("he", "he")),
    ("She wore a hat that read “Make Dover Dry Again.”", ("a hat",)),
    (
        ("“It’s over,” one aide said. Another put it this way: “The fat lady is on stage.”"),
        ("one aide", "Another"),
    ),
    (
        ("Whitlock campaign manager Joe Tripp tweeted: “See you in court, everybody.”"),
        ("Whitlock campaign manager Joe Tripp",),
    ),
    ("During a debate in Dover, Barnes, 61, said “no one is above the law.”", ("Barnes",)),
    (
        ("But Barnes – who has held the seat since 1994 – said “no one is above the law.”"),
        ("Barnes",),
    ),
    ("“No one is above the law,” he continued, “and I mean no one.”", ("he", "he")),
    ("The tweet read: “The order will be enforced in every state.”", ("The tweet",)),
    (
        ("Section 2 of the law states that “no person shall be denied a hearing.”"),
        ("Section 2 of the law",),
    ),
    ("The plan was called “a dark day for the county” by Barnes.", ("Barnes",)),
    ("Ames added, “The rest is noise.”", ("Ames",)),
    (
        (
            "Former Gov. Ed Stone of Maine endorsed Barnes, saying, “He is the only grown"
            "-up in the race.”"
        ),
        ("Former Gov. Ed Stone of Maine",),
    ),
    (("Barnes supporters at the rally carried signs that said “Whitlock for prison.”"), ("signs",)),
    (
        ("The ad’s narrator intones, “Barnes is the only candidate who can win.”"),
        ("The ad’s narrator",),
    ),
    ("Mr. Barnes said that he had said “no comment at all” twice.", ("he",)),
    (("Barnes laughed at the idea. “It’s a mess,” he said, “but it’s our mess.”"), ("he", "he")),
    ("In dissent, Justice Poe wrote: “The majority has lost its way.”", ("Justice Poe",)),
    ('"Our plan is 6\' tall," Ames joked, "and it\'s not shrinking."', ("Ames", "Ames")),
    ("Said Cole: “He does the people’s work every day.”", ("Cole",)),
    (
        ("Cole also had harsh words for Hobbs, whom she called “a sheriff without a badge.”"),
        ("she",),
    ),
    (("Hobbs, whom Cole once called “a sheriff without a badge,” did not reply."), ("Cole",)),
    (
        ("After Cole said she would run, Hobbs offered “a few words of friendly advice.”"),
        ("Hobbs",),
    ),
    (("Cole, responding to the remarks, tweeted that “words matter in this country.”"), ("Cole",)),
    ("A Cole aide tweeted: “words matter in this country.”", ("A Cole aide",)),
    ("Here’s what Cole said: “There is no plan.”", ("Cole",)),
    ("Here is how Cole put it on Monday: “There is no plan.”", ("Cole",)),
    ("Cole said it best when she wrote, “There is no plan.”", ("she",)),
    ("Hobbs faces what Cole has called “the fight of his life.”", ("Cole",)),
    (
        ("In a letter to Hobbs, Cole and Day demanded “a full and public accounting.”"),
        ("Cole and Day",),
    ),
    ("A banner over the stage read “Dover Deserves Better.”", ("A banner",)),
    ("Both sides agreed that “serious differences remain between us.”", ("Both sides",)),
    (
        ("“I can tell you,” Press Secretary Lyn Orr said, “that the president was not happy.”"),
        ("Press Secretary Lyn Orr", "Press Secretary Lyn Orr"),
    ),
    ("Day tweeted early Friday, “So sad what happened in Dover tonight.”", ("Day",)),
    (('Early Friday, Day tweeted: "So sad what happened in Dover tonight. #dover"'), ("Day",)),
    (
        (
            "“So sad what happened in Dover tonight,” Day wrote on Twitter, adding: “Pray"
            " for Dover.”"
        ),
        ("Day", "Day"),
    ),
    ("It is time, she said, “to move on from all of this.”", ("she",)),
    (("Reached by phone, Moss declined to comment, saying only, “People are tired.”"), ("Moss",)),
    (
        ("In their letter, the attorneys general write: “The ads cannot be policed.”"),
        ("the attorneys general",),
    ),
    ("Then he added, “It’s doomed from the start,” and hung up.", ("he",)),
    ("Dunn was called “the last honest man in Joplin” by the Post in 1998.", ("the Post",)),
    ("When a reporter asked, “Did you lie?” Dunn walked away.", ("a reporter",)),
    ("Dunn brushed it off, telling reporters, “I’ve been called worse.”", ("Dunn",)),
    ("Said Dunn, “I’ve been called worse.”", ("Dunn",)),
    ("The president, Dunn said, “is his own worst enemy.”", ("Dunn",)),
    ("The president, a senior official said, “is his own worst enemy.”", ("a senior official",)),
    (
        ("Dunn did not say whether he would vote for a man he once called “a child with a phone.”"),
        ("he",),
    ),
    ("There is, Fell says, “no daylight between them.”", ("Fell",)),
    ("A neighbor, Ron Hale, remembers “a quiet guy who fixed bikes.”", ("A neighbor, Ron Hale",)),
    (
        ("Hale remembers a conversation in which Dunn told him, “I’m done with politics.”"),
        ("Dunn",),
    ),
    ("The mayor, who had promised “a clinic in every ward,” lost.", ("The mayor",)),
    ("Promising “a clinic in every ward,” the mayor won in a landslide.", ("the mayor",)),
    (("The offer, which Boyd called “an insult to every nurse,” was withdrawn."), ("Boyd",)),
    ("The offer that Boyd called “an insult to every nurse” was withdrawn.", ("Boyd",)),
    ("The offer was, Boyd said, “an insult to every nurse.”", ("Boyd",)),
    ("“I’m done,” Tran told Boyd, who replied, “So am I.”", ("Tran", "Boyd")),
    ("In his ruling, Holt cited “a long line of cases.”", ("Holt",)),
    ("The contract promises “a fair wage for a fair day.”", ("The contract",)),
    (
        "Governor Walt Pine offered “thoughts and prayers for the families.”",
        ("Governor Walt Pine",),
    ),
    ('But "the fact of the matter is," Day said, "we lost."', ("Day", "Day")),
    ('Cole said of Day: "He\'s unfit to lead."', ("Cole",)),
    ('Day, speaking at the town hall, said, "I never asked for this."', ("Day",)),
    ('Sen. Bob Day (R-AL) told Dover News: "This is huge."', ("Sen. Bob Day",)),
    ('"If he wins," Cole said, "it\'s over. We are done as a party."', ("Cole", "Cole")),
    ('Cole told me, "If he wins, it\'s over."', ("Cole",)),
    ('In one email, dated May 3, Orr wrote to Cole: "Call me when you can."', ("Orr",)),
    ('In one email, dated May 3, an aide asks Orr, "Can we call her today?"', ("an aide",)),
    ("Hobbs, prosecutors said, “lied again and again to investigators.”", ("prosecutors",)),
]

CARRIED: list[Case] = [
    ("“Enough!” she shouted into the microphone. “We are done here.”", ("she", "she")),
    ("Whitlock put it bluntly. “The bridge will be built.”", ("Whitlock",)),
    ("“This is pure fiction,” said Barnes. “Every page of it.”", ("Barnes", "Barnes")),
    (
        (
            "“This is pure fiction,” said Barnes, whose district borders the river. “Ever"
            "y page of it.”"
        ),
        ("Barnes", "Barnes"),
    ),
    ("''We are ready,'' said Ames. ''Let them come.''", ("Ames", "Ames")),
    ('“We are ready," said Ames. "Let them come.”', ("Ames", "Ames")),
    ("“We are ready, said Ames. “Let them come.”", ("Ames", "Ames")),
    (
        (
            "“That’s just wrong,” she said in an interview with The Ledger. “That’s just "
            "not how it works.”"
        ),
        ("she", "she"),
    ),
    (
        (
            "“He says what we all think,” said Jill Marks, 54, a retired nurse from Dover"
            ". “He’s not afraid.”"
        ),
        ("Jill Marks", "Jill Marks"),
    ),
    (
        "“I said ‘no’ twice,” Mr. Barnes said. “Then I left.” He is 61.",
        ("Mr. Barnes", "Mr. Barnes"),
    ),
    (
        ("“He’s my friend,” Barnes said of Ames, who was fired Monday. “He will be missed.”"),
        ("Barnes", "Barnes"),
    ),
    ("Barnes shook his head. “It’s a mess.”", ("Barnes",)),
    ("For Cole, the choice is simple. “You pay now or you pay later.”", ("Cole",)),
    (
        (
            "“We need to be honest,” said Mary Todd Lane, president of the Dover League, "
            "which backs the measure. “There is no plan.”"
        ),
        ("Mary Todd Lane", "Mary Todd Lane"),
    ),
    ("Cole was more direct. “There is no plan. There never was one.”", ("Cole",)),
    (
        ("“There is no plan,” Cole said Tuesday, referring to the bridge. “There never was one.”"),
        ("Cole", "Cole"),
    ),
    (
        (
            "“I’m a Republican,” Day says, “but I’m an American first.” He shrugs. “That’"
            "s how I was raised.”"
        ),
        ("Day", "Day", "He"),
    ),
    ("“You know what?” Day said, smiling. “I’m tired.”", ("Day", "Day")),
    (
        (
            "“I’ve never seen this before,” said Tom Rusk, who has run the diner since 19"
            "71 and who voted for Cole twice. “People are angry.”"
        ),
        ("Tom Rusk", "Tom Rusk"),
    ),
    ("Ed Moss, 33, of Dover, was less sure. “People are tired.”", ("Ed Moss",)),
    ("Cole said she wasn’t surprised. “People are tired.” Day said he was.", ("Cole",)),
    (
        ("“It’s creative,” says Ira Glenn, who teaches law at Dover. “But it’s doomed.”"),
        ("Ira Glenn", "Ira Glenn"),
    ),
    ("Glenn’s verdict? “It’s doomed.”", ("Glenn",)),
    (
        ("“Every tool we have,” Reyes promised. And then, to applause: “Every single one.”"),
        ("Reyes", "Reyes"),
    ),
    (
        (
            "“Dunn is lying,” the Fell campaign said in a statement. “He knows it, and vo"
            "ters know it.” The statement went on to call the ad “a smear of the lowest k"
            "ind.”"
        ),
        ("the Fell campaign", "the Fell campaign", "The statement"),
    ),
    ("“Did you lie?” Fell asked. “I did not,” Dunn said. “Did you?”", ("Fell", "Dunn", "Dunn")),
    (
        (
            "“I’d say it’s 50-50,” said one Republican strategist who requested anonymity"
            " to speak candidly. “Maybe worse.”"
        ),
        ("one Republican strategist", "one Republican strategist"),
    ),
    ("Dunn: I’ve been called worse. “Much worse.”", ("Dunn",)),
    (
        "“He was a quiet guy,” said a neighbor, Ron Hale. “Never any trouble.”",
        ("a neighbor, Ron Hale", "a neighbor, Ron Hale"),
    ),
    ("“You want facts?” Ruiz countered. “Read the filing.”", ("Ruiz", "Ruiz")),
    ("The senator sighed. “I’ve been here too long.”", ("The senator",)),
    (
        (
            "Ruiz and the union’s leader, Hal Boyd, met Monday. “We talked,” Boyd said. “"
            "That’s something.”"
        ),
        ("Boyd", "Boyd"),
    ),
    (
        (
            "“We talked,” Boyd said of the meeting, which lasted an hour. “That’s somethi"
            "ng.” Ruiz did not comment."
        ),
        ("Boyd", "Boyd"),
    ),
    ("“I’m done,” Tran said with a laugh. “Done, done, done.”", ("Tran", "Tran")),
    ('"[Cole] should be in jail," he said. "It\'s a disgrace."', ("he", "he")),
    (
        "“The site will be closed,” the statement read. “We thank our users.”",
        ("the statement", "the statement"),
    ),
]

FRAGMENTS: list[Case] = [
    (("As Whitlock told the Ledger last week, “there is no money for a bridge.”"), ("Whitlock",)),
    ("According to the report, “no money was set aside for the bridge.”", ("the report",)),
    (
        ("According to a spokesman for the agency, the plan was “still under review by lawyers.”"),
        ("a spokesman for the agency",),
    ),
    ("The indictment says Barnes “knowingly moved the money” in 2009.", ("The indictment",)),
    (
        ("The letter, dated March 3, warns that the company “has failed to act on complaints.”"),
        ("The letter",),
    ),
    (
        ("In a statement, the American Bridge Council called the plan “a gift to developers.”"),
        ("the American Bridge Council",),
    ),
    (
        ("In a statement Wednesday, Whitlock said she was “deeply disappointed in the vote.”"),
        ("Whitlock",),
    ),
    (
        ("Whitlock, who lost to Barnes in 2010, said the vote was “a slap in the face.”"),
        ("Whitlock",),
    ),
    (
        ("Speaking to reporters in Dover, Ames said that Whitlock “never wanted the job.”"),
        ("Ames",),
    ),
    ("Whitlock accused Barnes of “playing politics with the budget.”", ("Whitlock",)),
    (("Whitlock on Monday slammed Barnes, calling him “a coward and a fraud.”"), ("Whitlock",)),
    (("Barnes has repeatedly described the bridge as “a road to nowhere at all.”"), ("Barnes",)),
    (
        (
            "Barnes dismissed the report as “pure fiction from start to finish” and promi"
            "sed to fight it."
        ),
        ("Barnes",),
    ),
    (
        ("“This is pure fiction,” Barnes said, adding that the auditor “has an axe to grind.”"),
        ("Barnes", "Barnes"),
    ),
    (("Barnes went on to say that he would “never vote for a toll on that road.”"), ("Barnes",)),
    ("Critics say the plan “does nothing for the poor.”", ("Critics",)),
    (("Whitlock’s claim that the bridge was “paid for in full” drew laughter."), ("Whitlock",)),
    ("Barnes apologized for his “poor choice of words” remark.", ("Barnes",)),
    (
        ("Whitlock promised that her office would “go after the landlords” who ignored the law."),
        ("Whitlock",),
    ),
    ("The crowd chanted “lock the gates” and “four more years.”", ("The crowd", "The crowd")),
    ("“I think,” Ames said, pausing for effect, “that we have been had.”", ("Ames", "Ames")),
    (
        (
            "A senior aide, speaking on the condition of anonymity, said the meeting was "
            "“a train wreck from the start.”"
        ),
        ("A senior aide",),
    ),
    (
        (
            "Whitlock and Barnes said in a joint statement that they “look forward to wor"
            "king together.”"
        ),
        ("Whitlock and Barnes",),
    ),
    (
        ("Ames, the chief of staff, and Cole, the treasurer, said they “had no idea” about it."),
        ("Ames",),
    ),
    (
        (
            "Asked by CNN’s Don Reed if the vote was fair, Barnes replied that it was “as"
            " fair as they come.”"
        ),
        ("Barnes",),
    ),
    ("“I’m not a politician,” Barnes is fond of saying.", ("Barnes",)),
    ("The Ledger reported that Barnes “was seen leaving by a side door.”", ("The Ledger",)),
    (("Barnes told the Ledger’s editorial board that “no one is above the law.”"), ("Barnes",)),
    ("Barnes says he has “a great deal of respect” for Whitlock.", ("Barnes",)),
    ("Barnes believes that voters are “sick and tired of it.”", ("Barnes",)),
    (
        (
            "Jill Marks, 54, a retired nurse from Dover, said she liked Barnes because “h"
            "e says what we all think.”"
        ),
        ("Jill Marks",),
    ),
    ("The White House said the order “will be enforced in every state.”", ("The White House",)),
    ("Lee said Barnes had called the judge “a total disgrace to the bench.”", ("Barnes",)),
    ("Barnes praised Whitlock’s “courage under fire in a hard year.”", ("Barnes",)),
    ("Barnes hit Whitlock over her “terrible record on crime and drugs.”", ("Barnes",)),
    ("He noted that Whitlock, his rival, had “no record to speak of.”", ("He",)),
    (
        ("Barnes was quoted as saying that he “would not lose a minute of sleep” over it."),
        ("Barnes",),
    ),
    (
        "“It was,” as one delegate put it, “a circus without the animals.”",
        ("one delegate", "one delegate"),
    ),
    ("The ruling was described by Barnes as “a dark day for the county.”", ("Barnes",)),
    (
        (
            "Bill Crane, a professor of political science at Dover State University, said"
            " there was “a lot of anger out there.”"
        ),
        ("Bill Crane",),
    ),
    (
        (
            "Cole’s office declined to comment. But in an e-mail to staff obtained by The"
            " Ledger, she wrote that the leak was “an act of betrayal.”"
        ),
        ("she",),
    ),
    (
        (
            "Barnes, in a speech in Dover on Tuesday night, vowed to “drain every last sw"
            "amp in the county.”"
        ),
        ("Barnes",),
    ),
    (("The company, in a filing, disputes that it “misled a single customer.”"), ("The company",)),
    (
        (
            "The Rev. Carl Dunn, pastor of First Church in Dover, prayed for “peace in ou"
            "r streets and homes.”"
        ),
        ("The Rev. Carl Dunn",),
    ),
    (
        ("Stone, a Republican, endorsed Barnes on Friday, citing his “steady hand in a crisis.”"),
        ("Stone",),
    ),
    ("“The American people,” Cole said at the time, “deserve better.”", ("Cole", "Cole")),
    (
        ("Two people who were in the room said the mood was “tense but polite throughout.”"),
        ("Two people",),
    ),
    (
        (
            "The judge wrote that the state’s lawyers had shown “a reckless disregard for"
            " the truth.”"
        ),
        ("The judge",),
    ),
    (
        (
            "Writing for the majority, Justice Alan Poe said the law “cannot be squared w"
            "ith the text.”"
        ),
        ("Justice Alan Poe",),
    ),
    (("Cole called Hobbs “a good man” who “does the people’s work every day.”"), ("Cole", "Cole")),
    ("Barnes is, in the words of one aide, “a man who never sleeps.”", ("one aide",)),
    (
        ("Cole’s spokesman, Peter Dane, said the senator was “traveling and unavailable.”"),
        ("Cole’s spokesman, Peter Dane",),
    ),
    (
        ("Peter Dane, Cole’s spokesman, said the senator was “traveling and unavailable.”"),
        ("Peter Dane",),
    ),
    (
        ("Peter Dane, spokesman for Cole, said the senator was “traveling and unavailable.”"),
        ("Peter Dane",),
    ),
    (
        (
            "In an interview with CNN on Sunday, Cole said that she was “not at liberty t"
            "o discuss it.”"
        ),
        ("Cole",),
    ),
    (
        (
            "Hobbs, the Dover sheriff, has long been a critic of Cole, and on Friday he c"
            "alled her “the worst thing to happen to this county.”"
        ),
        ("he",),
    ),
    (("The group, which supports Hobbs, says Cole’s record “speaks for itself.”"), ("The group",)),
    ("Hobbs’s campaign called the ad “a cheap shot from a desperate man.”", ("Hobbs’s campaign",)),
    (
        "The Hobbs campaign called the ad “a cheap shot from a desperate man.”",
        ("The Hobbs campaign",),
    ),
    (
        (
            "The New Dover Times editorial board wrote that Hobbs was “unfit for the badg"
            "e he wears.”"
        ),
        ("The New Dover Times editorial board",),
    ),
    (
        ("Hobbs wrote in an op-ed for the Ledger that he was “done with party politics.”"),
        ("Hobbs",),
    ),
    ("Hobbs has promised to be “the most open sheriff in history.”", ("Hobbs",)),
    ("To Cole, Hobbs is “a bully with a badge.”", ("Cole",)),
    ("He rejected what he described as “the politics of fear and envy.”", ("he",)),
    (("Cole says that if elected she would “tear up the contract on day one.”"), ("Cole",)),
    (("Cole says that Hobbs, if elected, would “tear up the contract on day one.”"), ("Cole",)),
    (("Cole’s argument is that Hobbs would “tear up the contract on day one.”"), ("Cole",)),
    (
        ("The court ruled that the search was “unreasonable under the circumstances.”"),
        ("The court",),
    ),
    (
        (
            "The dossier, compiled by a former spy, alleged that Hobbs had been “cultivat"
            "ed for five years.”"
        ),
        ("The dossier",),
    ),
    ("The FBI said in a statement that it was “aware of the reports.”", ("The FBI",)),
    ("Police said there was “no immediate threat to the public.”", ("Police",)),
    (("Democrats, meanwhile, said the report was “a whitewash from page one.”"), ("Democrats",)),
    (
        ("Sens. Rita Cole and Bob Day said the report was “a whitewash from page one.”"),
        ("Sens. Rita Cole and Bob Day",),
    ),
    ("Day – as his wife puts it – is “a bear before breakfast.”", ("his wife",)),
    ("Mr. Day’s wife, Ann, said he was “a bear before breakfast.”", ("Mr. Day’s wife, Ann",)),
    (
        ("Day said he had spoken to Hobbs and that the sheriff “seemed to be in good spirits.”"),
        ("Day",),
    ),
    (
        (
            "White House press secretary Lyn Orr told reporters the president “has full c"
            "onfidence in” Day."
        ),
        ("White House press secretary Lyn Orr",),
    ),
    (
        (
            "The president told reporters he had “full confidence” in Day and that “he’s "
            "doing a great job.”"
        ),
        ("The president", "The president"),
    ),
    ("The campaign’s website says Day “grew up poor in a mill town.”", ("The campaign’s website",)),
    (
        ("Day’s tweet — “So sad what happened in Dover tonight” — was deleted within an hour."),
        ("Day",),
    ),
    (
        ("“Day’s a fraud,” said Cole, who has called him “a liar and a cheat” in the past."),
        ("Cole", "Cole"),
    ),
    ("Nobody, Cole says, has “the right to stop this count.”", ("Cole",)),
    ("Moss denied that he “ever took a dime from anyone.”", ("Moss",)),
    ("Moss joked that he would “rather have a root canal.”", ("Moss",)),
    ("Moss, joking that he would “rather have a root canal,” left early.", ("Moss",)),
    (("Moss remembers his father telling him that “a man’s word is all he has.”"), ("his father",)),
    (
        (
            "DOVER (AP) — A judge on Tuesday ordered the county to release the tapes, say"
            "ing the public “has a right to know.”"
        ),
        ("A judge",),
    ),
    (
        (
            "The company, which owns the site, said in court papers that it “has always c"
            "ooperated with law enforcement.”"
        ),
        ("The company",),
    ),
    (
        (
            "Company lawyer Liz Moran said the suit was “without merit” and “a waste of p"
            "ublic money.”"
        ),
        ("Company lawyer Liz Moran", "Company lawyer Liz Moran"),
    ),
    (
        (
            "Moran said in an email that the suit is “without any merit at all.” She decl"
            "ined to answer questions."
        ),
        ("Moran",),
    ),
    (
        (
            "Reyes, the Delaware attorney general, and 20 of his colleagues wrote that th"
            "e ads “cannot be policed.”"
        ),
        ("Reyes",),
    ),
    (
        (
            "A spokesman for the site did not return calls. In a blog post, it called the"
            " demand “a cynical election-year stunt.”"
        ),
        ("it",),
    ),
    (
        (
            "Not everyone is convinced. Law professor Ira Glenn calls the theory “creativ"
            "e but doomed.”"
        ),
        ("Law professor Ira Glenn",),
    ),
    (("Glenn, who teaches at Dover, calls the theory “creative but doomed in court.”"), ("Glenn",)),
    (
        ("“This court,” Justice Poe wrote for the majority, “will not rewrite the statute.”"),
        ("Justice Poe", "Justice Poe"),
    ),
    (("The court held that the statute “does not reach conduct of this kind.”"), ("The court",)),
    (
        ("Section 230 says that no provider “shall be treated as the publisher” of such material."),
        ("Section 230",),
    ),
    (("Reyes vowed in a news release to “use every tool we have” against the site."), ("Reyes",)),
    ("Rep. Al Dunn (R-Mo.) tweeted that the bill was “dead on arrival.”", ("Rep. Al Dunn",)),
    (
        (
            "Two weeks ago, Dunn told voters in Joplin that the bill was “alive and kicki"
            "ng and ready to pass.”"
        ),
        ("Dunn",),
    ),
    (("On Monday Dunn was still insisting that the bill was “alive and kicking.”"), ("Dunn",)),
    (
        ("Dunn, once described by a rival as “the last honest man in Joplin,” is retiring."),
        ("a rival",),
    ),
    ("Supporters hail him as “the last honest man in Joplin.”", ("Supporters",)),
    ("Dunn is running as “the last honest man in Joplin.”", ("Dunn",)),
    ("Dunn ran on a promise to “put Joplin first, last and always.”", ("Dunn",)),
    (
        ("Dunn’s opponent, Kay Fell, said that he “has never met a tax he didn’t like.”"),
        ("Dunn’s opponent, Kay Fell",),
    ),
    ("Fell responded by calling Dunn “a creature of the swamp.”", ("Fell",)),
    ("Fell, in turn, has called Dunn “a creature of the swamp.”", ("Fell",)),
    (("Fell also took a swipe at Dunn’s wife, saying she “should stay out of it.”"), ("Fell",)),
    (("Fell took issue with Dunn’s claim that she “never paid a dime in taxes.”"), ("Dunn",)),
    (
        ("Dunn’s claim that Fell “never paid a dime in taxes” is false, fact-checkers say."),
        ("Dunn",),
    ),
    (
        ("“I have no idea,” he said, when asked about it by reporters, “and neither do you.”"),
        ("he", "he"),
    ),
    (
        (
            "One Republican strategist, who requested anonymity to speak candidly, put th"
            "e odds at “50-50, maybe worse.”"
        ),
        ("One Republican strategist",),
    ),
    (
        ("More than 200 people signed a letter calling the plan “a betrayal of the river towns.”"),
        ("a letter",),
    ),
    ("The petition calls the plan “a betrayal of the river towns.”", ("The petition",)),
    ("The Ledger called it “a betrayal of the river towns.”", ("The Ledger",)),
    ("The ad accuses Dunn of “a betrayal of the river towns.”", ("The ad",)),
    (("According to Fell, the plan amounts to “a betrayal of the river towns.”"), ("Fell",)),
    (("Fell said that, under Dunn, the county had become “a national joke on roads.”"), ("Fell",)),
    (
        (
            "Fell – a nurse and mother of three – told the crowd that she was “just getti"
            "ng started.”"
        ),
        ("Fell",),
    ),
    (
        (
            "Fell, a nurse and mother of three, told the crowd of several hundred that sh"
            "e was “just getting started.”"
        ),
        ("Fell",),
    ),
    (("She told the crowd that Dunn, “after 30 years in Washington,” had lost touch."), ("She",)),
    (("“After 30 years in Washington,” she told the crowd, “he has lost touch.”"), ("she", "she")),
    (
        ("Officials said he was “his own worst enemy” and, in one case, “a child with a phone.”"),
        ("Officials", "Officials"),
    ),
    ("Fell’s aides worry that she is “too honest for her own good.”", ("Fell’s aides",)),
    ("Fell sees “no daylight between them.”", ("Fell",)),
    ("Fell thinks there is “no daylight between them.”", ("Fell",)),
    ("Fell has made clear that there is “no daylight between them.”", ("Fell",)),
    (
        ("Fell is “very proud of her record,” spokeswoman Di West said, and “will run on it.”"),
        ("spokeswoman Di West", "spokeswoman Di West"),
    ),
    (
        (
            "Di West, a spokeswoman, said Fell is “very proud of her record.” “She will r"
            "un on it,” West said."
        ),
        ("Di West", "West"),
    ),
    (
        ("Police Chief Ron Hale said officers “feared for their lives and acted within policy.”"),
        ("Police Chief Ron Hale",),
    ),
    ("The board’s response: “We do what we can with what we have.”", ("The board",)),
    ("The union’s reply was short: “See you on the picket line.”", ("The union",)),
    ("The union’s “see you on the picket line” comment went viral.", ("The union",)),
    (("Ruiz’s assertion that the clinic “never turned anyone away” was challenged."), ("Ruiz",)),
    (
        (
            "The filing rejects the state’s contention that the clinic “turned patients a"
            "way at night.”"
        ),
        ("the state",),
    ),
    (("Ruiz has drawn fire for her comment that nurses “have it easy these days.”"), ("Ruiz",)),
    (("Ruiz doubled down on her belief that nurses “have it easy these days.”"), ("Ruiz",)),
    ("Ruiz wants to “open the doors to everyone in town.”", ("Ruiz",)),
    ("Ruiz hopes to “open the doors to everyone in town.”", ("Ruiz",)),
    (
        ("Ruiz intends to seek what her lawyers describe as “full and fair relief.”"),
        ("her lawyers",),
    ),
    ("Ruiz left the room after calling the strike “a knife in the back.”", ("Ruiz",)),
    ("Ruiz was criticized for calling the strike “a knife in the back.”", ("Ruiz",)),
    ("Ruiz stood by her decision, saying it was “the only one open to us.”", ("Ruiz",)),
    (
        ("Union officials, for their part, called the offer “an insult to every nurse in town.”"),
        ("Union officials",),
    ),
    (
        ("Asked whether the offer was an insult, Ruiz said no, “but it could have been better.”"),
        ("Ruiz",),
    ),
    ("Ruiz said no. “But it could have been better.”", ("Ruiz",)),
    (
        ("It “could have been better,” Ruiz admitted, but it was “the best we could do.”"),
        ("Ruiz", "Ruiz"),
    ),
    ("The offer, Boyd said, was “an insult to every nurse.”", ("Boyd",)),
    ("“The offer,” Boyd told the Maple Courier, “was an insult.”", ("Boyd", "Boyd")),
    (("Boyd, wearing a red union cap, said nurses were “done being polite about it.”"), ("Boyd",)),
    (("Boyd — wearing a red cap — said nurses were “done being polite about it.”"), ("Boyd",)),
    ("Judge Ames Holt ruled that the strike was “lawful in every respect.”", ("Judge Ames Holt",)),
    ("The ruling said the strike was “lawful in every respect.”", ("The ruling",)),
    ("Holt’s ruling said the strike was “lawful in every respect.”", ("Holt’s ruling",)),
    (("In a 12-page ruling, Holt found that the strike was “lawful in every respect.”"), ("Holt",)),
    (("The clinic, in a tweet, wished the nurses “a happy and restful holiday.”"), ("The clinic",)),
    ("Pine ordered an inquiry, which he said would be “swift and thorough.”", ("he",)),
    (
        ("Pine’s office said in a release that it would be “swift and thorough.”"),
        ("Pine’s office",),
    ),
    (
        ('"I\'m the only one," Cole said in her acceptance speech in Dover, "who can fix it."'),
        ("Cole", "Cole"),
    ),
    (
        ('"He\'s unfit," Cole said of Day, who has called her "the most corrupt person ever."'),
        ("Cole", "Day"),
    ),
    ('The bureau, he said, had "no choice in the matter."', ("he",)),
    (
        ('Day said the bureau had "no choice," adding that it was "the law of the land."'),
        ("Day", "Day"),
    ),
    ('He called the vote "rigged" and the count "a fraud on the public."', ("He", "He")),
    (
        (
            'Day has said that the vote was "rigged," that the count was "a fraud on the '
            'public" and that Cole was "in on it."'
        ),
        ("Day", "Day", "Day"),
    ),
    (
        ('Emails show that aides worried the story would be "a problem for us in the fall."'),
        ("aides",),
    ),
    (
        ("Cole’s lawyers have argued that the subpoena is “overbroad and unduly burdensome.”"),
        ("Cole’s lawyers",),
    ),
    (
        ("Prosecutors said in a filing that Hobbs “lied again and again to investigators.”"),
        ("Prosecutors",),
    ),
    (
        ("The company, in a statement, said the site “will be closed by the end of the year.”"),
        ("The company",),
    ),
    (
        (
            "In a statement released Friday, the company said that the site “will be clos"
            "ed by the end of the year.”"
        ),
        ("the company",),
    ),
]

MENTIONS: list[Case] = [
    ("The bill, known as the “Fair Roads Act,” passed.", (None,)),
    ("He starred in “The Long Night of the Crow” and two other films.", (None,)),
    ("A plan called “Fresh Start for River Towns” was dropped.", (None,)),
    ("The so-called “death tax” came up twice.", (None,)),
    ("Barnes, nicknamed “the Hammer of Dover,” smiled.", (None,)),
    (
        ("Whitlock wrote in her book, “The River,” that Barnes was “a man of no fixed views.”"),
        (None, "Whitlock"),
    ),
    (
        (
            "On CNN’s “State of the Union” on Sunday, Cole said that she was “not at libe"
            "rty to discuss it.”"
        ),
        (None, "Cole"),
    ),
    (
        ("Appearing on NBC’s “Meet the Press,” Cole said she was “not at liberty to discuss it.”"),
        (None, "Cole"),
    ),
    ("“I’m not at liberty to say,” Cole said on ABC’s “This Week.”", ("Cole", None)),
    (
        (
            "“I’m not at liberty to say,” Cole told host Ann Fry on “Good Morning Dover.”"
            " “Ask the lawyers.”"
        ),
        ("Cole", None, "Cole"),
    ),
    ("Fans sang “The River Song” and waved flags.", (None,)),
    ("The word “liberal” is on the ballot.", (None,)),
    ("Cole’s “Fair Roads for All” plan has stalled.", (None,)),
    ("The hearing, “Roads and Rivers: A New Approach,” begins at noon.", (None,)),
    ("The “No Tolls on the River” coalition endorsed Cole.", (None,)),
    (
        ("The memo, titled “A Way Forward,” says people are “tired of being lied to.”"),
        (None, "The memo"),
    ),
    ("Dunn has been described as “the last honest man in Joplin.”", (None,)),
    ("Dunn likes to be called “the last honest man in Joplin.”", (None,)),
    ("Nurses carried copies of “The Long Winter of Labor” to the rally.", (None,)),
    ("The episode, “Night Shift,” aired in May.", (None,)),
    ("The group calls itself “Nurses for a Better Maple.”", (None,)),
    ("“Night Shift” drew 3 million viewers.", (None,)),
    ("The term “essential worker” is new.", (None,)),
    (('Cole said Sunday on "Dover News Sunday" that "we will win big this time."'), (None, "Cole")),
    (
        ('Orr told Channel 6\'s "New Day" that Cole "doesn\'t hurl personal insults."'),
        (None, "Orr"),
    ),
    ('Asked about "Night Shift," Day said, "I don\'t condone it."', (None, "Day")),
    (
        (
            "Cole's campaign manager, Lyn Orr, who once worked for Day, told \"Dover & Fri"
            'ends" it was "a great day for the county."'
        ),
        (None, "Cole's campaign manager, Lyn Orr"),
    ),
    ('Polls show a race that is "too close to call."', (None,)),
]

PARAGRAPHS: list[Case] = [
    (
        ("“We are done,” he said.\n\n“The bridge will be built, and the county will pay for it.”"),
        ("he", "he"),
    ),
    (
        ("“We are done,” he said. “The bridge will be built.\n\n“And the county will pay for it.”"),
        ("he", "he", "he"),
    ),
    (
        (
            "“This is pure fiction,” Barnes said.\n\nWhitlock disagreed.\n\n“Every page of it"
            " is true.”"
        ),
        ("Barnes", "Whitlock"),
    ),
    (
        (
            "“There’s a lot of anger,” he said.\n\nBill Crane, a professor, said the vote w"
            "ould be close.\n\n“It could go either way,” Crane said."
        ),
        ("he", "Crane"),
    ),
    (
        (
            "“We need to be honest,” she said in the speech.\n\nHobbs, for his part, said n"
            "othing.\n\n“We need to be tough,” Cole added."
        ),
        ("she", "Cole"),
    ),
    (
        ("Cole was more direct.\n\n“There is no plan,” she said. “There never was one.”"),
        ("she", "she"),
    ),
    ("Cole did not mince words:\n\n“There is no plan. There never was one.”", ("Cole",)),
    (
        (
            "Cole, 48, told the Ledger:\n\n“There is no plan.\n\n“There never was one.”\n\nHobb"
            "s laughed."
        ),
        ("Cole", "Cole"),
    ),
    (
        (
            "“I’m a Republican,” Day says.\n\n“But I’m an American first,” he adds.\n\nCole s"
            "ees it differently: “He is a politician first, last and always.”"
        ),
        ("Day", "he", "Cole"),
    ),
    (
        (
            "“The section should be closed,” Reyes wrote in the letter. “It serves no law"
            "ful end.”\n\nThe site’s owner, Village Press, rejected the demand.\n\n“We will n"
            "ot be bullied,” it said."
        ),
        ("Reyes", "Reyes", "it"),
    ),
    (
        (
            "“After 30 years in Washington, he has lost touch,” Fell told the crowd.\n\n“An"
            "d he knows it,” she said.\n\nDunn, 71, shrugged off the attack.\n\n“I’ve been ca"
            "lled worse,” he said in an interview at his home. “By better people.”"
        ),
        ("Fell", "she", "he", "he"),
    ),
    (
        (
            "“I’ve been called worse,” he told CNN’s Jo Park in an interview that aired S"
            "unday.\n\nStill, he conceded that the attack had “stung more than I expected.”"
        ),
        ("he", "he"),
    ),
    (
        (
            "“We talked,” Boyd said after the meeting.\n\n“That’s something,” Ruiz said.\n\n“"
            "It’s a start.”"
        ),
        ("Boyd", "Ruiz", "Ruiz"),
    ),
    (
        ("“We talked,” said Boyd, a welder by trade.\n\n“About what, I can’t say. But we talked.”"),
        ("Boyd", "Boyd"),
    ),
    ("Boyd was asked about the meeting.\n\n“We talked,” he said.", ("he",)),
    ("Boyd, asked about the meeting, would say only this:\n\n“We talked.”", ("Boyd",)),
    (
        (
            '"We are going to win," Day told the crowd in Dover. The crowd answered with '
            'chants of "Day, Day, Day."\n\n"Thank you," he said.'
        ),
        ("Day", None, "he"),
    ),
    (
        (
            'The mayor spoke for an hour.\n\n"I have never been more proud," she said. "Thi'
            's town has been through a lot."\n\nShe paused.\n\n"And we are still here."\n\nHobb'
            's, the sheriff, stood next to her.\n\n"She\'s right," he said.'
        ),
        ("she", "she", "She", "he"),
    ),
]

SPLIT: list[Case] = [
    ("“No one,” insisted Barnes, “is above the law.”", ("Barnes", "Barnes")),
    (("“Sheriff Hobbs is a good man” who “does the people’s work,” Cole said."), ("Cole", "Cole")),
    ("“It’s creative,” says Glenn — “but it’s doomed.”", ("Glenn", "Glenn")),
]

WITHOUT_LISTED_VERB: list[Case] = [
    ("The mayor had a ready answer: “The bridge will be built.”", ("The mayor",)),
    ("Harold Dean, Tampa Ledger: “This is a tax by another name.”", ("Harold Dean",)),
    ("WHITLOCK: “That is not what I said.”", ("WHITLOCK",)),
    ("Whitlock, on the budget: “That is not what I said.”", ("Whitlock",)),
    (
        ("The campaign issued a statement late Friday: “We stand by every word of it.”"),
        ("The campaign",),
    ),
    ("“Are you calling me a liar?” Barnes shot back.", ("Barnes",)),
    ("And Ames: “The rest is noise.”", ("Ames",)),
    ("“It’s a mess.” — Joan Pratt, Dover", ("Joan Pratt",)),
    (
        ("Joan Pratt — a Dover lawyer who once clerked for Cole — was blunt: “It’s a mess.”"),
        ("Joan Pratt",),
    ),
    ("Hobbs’s message was clear: “You pay now or you pay later.”", ("Hobbs",)),
    ("Hobbs offered this advice: “Pay now.” He left at noon.", ("Hobbs",)),
    (("One voter, a nurse named Jo, held up a sign: “Tell the truth, sheriff.”"), ("One voter",)),
    ("Glenn’s verdict: “It’s doomed from the start.”", ("Glenn",)),
    ("His verdict on the theory: “It’s doomed from the start.”", ("His",)),
    ("Fell fired back on Twitter: “Nice try, Al.”", ("Fell",)),
    (
        (
            "“Dunn is lying,” said Fell campaign manager Guy Orr. Dunn’s camp shot back: "
            "“Prove it in court.”"
        ),
        ("Fell campaign manager Guy Orr", "Dunn’s camp"),
    ),
    (
        ("Asked about the odds, one strategist offered a blunt assessment: “Maybe worse.”"),
        ("one strategist",),
    ),
    ("Dunn brushed it off: “I’ve been called worse.”", ("Dunn",)),
    ("“It’s a farce,” Ruiz harrumphed.", ("Ruiz",)),
    ("Ruiz, the clinic’s director, shrugged: “We do what we can.”", ("Ruiz",)),
    ("Pam Ruiz, Maple Clinic: “We do what we can.”", ("Pam Ruiz",)),
    ("Her message to the board: “See you on the picket line.”", ("Her",)),
    ("RUIZ: “See you on the picket line.”", ("RUIZ",)),
    ("Calling the strike “a knife in the back,” Ruiz left the room.", ("Ruiz",)),
    ("In calling the strike “a knife in the back,” Ruiz lost her allies.", ("Ruiz",)),
    ('Cole, in a Monday tweet: "We should have a contest."', ("Cole",)),
]

#: What other extractors fail at, most frequent first.
FAILURES: dict[str, list[Case]] = {
    "marks are paired wrongly": [
        ("“The drivers’ plan is the owners’ plan,” Marsh said of the class of ’08.", ("Marsh",)),
        ("''We opened in '08,'' said Marsh. ''We close in '09.''", ("Marsh",) * 2),
        ('“Ask them," said Marsh. "They will say ‘no,’ and they will mean it.”', ("Marsh",) * 2),
        ("“The sign said “closed” in two places,” said Marsh.", ("Marsh",)),
        ("“The ferry is late,” said Marsh. “It is always late.", ("Marsh",) * 2),
        ("‘The reeves’ report says “wait”, so we wait,’ said Marsh.", ("Marsh",)),
        ("“The ferry is late,”Marsh wrote to the board. ”It is always late.“", ("Marsh",) * 2),
    ],
    "the verb is in no list, or there is none": [
        ("“It is only a ferry,” Marsh deadpanned.", ("Marsh",)),
        (
            "“It is only a ferry,” began the harbor master, Otis Crane.",
            ("the harbor master, Otis Crane",),
        ),
        ("Otis Crane, Harbor Gazette: “It is only a ferry.”", ("Otis Crane",)),
        ("Crane on the delay: “It is only a ferry.”", ("Crane",)),
        ("“It is only a ferry,” Crane tutted.", ("Crane",)),
        ("“It is only a ferry,” was how Crane put it.", ("Crane",)),
        ("In Crane’s own words, “it is only a ferry.”", ("Crane",)),
        ("Crane was, in his words, “neither late nor early.”", ("his",)),
    ],
    "the wrong clause is taken for the speaker": [
        (
            (
                "Crane, who told the board last year that he would retire, said the ferry “has "
                "years left in it.”"
            ),
            ("Crane",),
        ),
        (
            "Lawyer Ida Poole said her client, who denied the charge, “will be heard.”",
            ("Lawyer Ida Poole",),
        ),
        (
            (
                "Siding with a group of pilots who argued that the harbor’s promises were "
                "“written on water,” the judge left."
            ),
            ("a group of pilots",),
        ),
        ("“Crane said he would stay, and he left,” Poole told the board.", ("Poole",)),
        (
            "State Sen. Ida Poole, R-Elmore, said she was “sorry but not surprised.”",
            ("State Sen. Ida Poole",),
        ),
        ("The trust that owns the pier said in a statement: “We are sorry.”", ("The trust",)),
        (
            (
                "The harbor’s senior pilot broke with the board, telling the town that the plan"
                " was “late, dear and, frankly, wet.”"
            ),
            ("The harbor’s senior pilot",),
        ),
        (
            "Asked about the ferry, one volunteer told her, “It will come when it comes.”",
            ("one volunteer",),
        ),
        (
            (
                "A notice passed quietly from hand to hand claimed that the ferry “had been "
                "sold for parts.”"
            ),
            ("A notice",),
        ),
        (
            "A former pilot named Otis Crane said the ferry “has years left in it.”",
            ("A former pilot named Otis Crane",),
        ),
        (
            "That pilot, a cousin of Crane, testified that he was told to “lose the log.”",
            ("That pilot",),
        ),
        ("The Crane family said the ferry was “part of who we are.”", ("The Crane family",)),
    ],
    "the second half is lost": [
        ("“It is late,” Poole said. “It was late when I was a girl.”", ("Poole",) * 2),
        ("“It is late,” Poole said, “and it was late when I was a girl.”", ("Poole",) * 2),
        (
            "“It is late,” said Poole, who rides it daily. “It was late when I was a girl.”",
            ("Poole",) * 2,
        ),
        ("“If it comes,” an aide joked, “we will wave.”", ("an aide",) * 2),
    ],
    "a few words are quoted": [
        ("Poole called the pier “a long wet joke.”", ("Poole",)),
        ("The pier, Poole insisted, was “in no danger.”", ("Poole",)),
        (
            "The board was “sorry for the delay” and “keen to mend it,” Poole wrote.",
            ("Poole",) * 2,
        ),
        (
            "Their paper concludes that the program “may have contributed to” the delay.",
            ("Their paper",),
        ),
        ("The pilots, for their part, promised “a quiet week.”", ("The pilots",)),
    ],
    "a document or an organisation speaks": [
        ("“No pier shall be closed without notice,” the ordinance says.", ("the ordinance",)),
        (
            "According to the harbor log, the ferry “left empty and came back empty.”",
            ("the harbor log",),
        ),
        (
            ("The pilots’ reply, filed by all six, accuses the board of “sleeping at the wheel.”"),
            ("The pilots’ reply",),
        ),
        (
            "The board mailed an apology, which reads in part, “We regret the wait.”",
            ("an apology",),
        ),
        ("“We regret the wait,” Elmore Harbor Trust said in a release.", ("Elmore Harbor Trust",)),
        ("The ferry “left empty,” according to two people on the pier.", ("two people",)),
    ],
    "the speaker was named a paragraph earlier": [
        ("Poole shook her head.\n\n“I have nothing to add.”", ("Poole",)),
        ("The last to speak was Crane, the pilot.\n\n“I have nothing to add,” he said.", ("he",)),
        ("“I am going home,” Poole said.\n\n“I have nothing to add.”", ("Poole",) * 2),
        ("Poole had one answer to all of it:\n\n“I have nothing to add.”", ("Poole",)),
    ],
    "a quotation runs over paragraphs": [
        ("“We waited,” Poole said. “Then we waited more.\n\n“Then we walked.”", ("Poole",) * 3),
        ("Crane wrote: “We waited all day.\n\n“Nobody came.\n\n“We left.”", ("Crane",) * 3),
        ('"We waited all day," said Crane. "Nobody came.\n\n"We left."', ("Crane",) * 3),
        ("‘We waited all day.\n\n‘Nobody came,’ said Crane.", (None, "Crane")),
    ],
    "the speaker stands before the quotation": [
        ("Turning to the board, Poole asked, “Who will pay for the pier?”", ("Poole",)),
        (
            ("Poole, in a letter to the board last spring, wrote: “Who will pay for the pier?”"),
            ("Poole",),
        ),
        ("As Poole put it: “Who will pay for the pier?”", ("Poole",)),
        ("Said Poole: “Who will pay for the pier?”", ("Poole",)),
    ],
    "titles and scare quotes are given a speaker": [
        ("Poole sang “The Ferry Is Late” at the fair.", (None,)),
        ("A shell company whose name, “Second Tide LLC,” is in no record, paid.", (None,)),
        ("The so-called “ghost ferry” has its own “timetable.”", (None, None)),
        ("The term “slack water” is older than the pier.", (None,)),
        ("In the series “Harbor Lights,” the pilot is a cousin of the mayor.", (None,)),
    ],
}
