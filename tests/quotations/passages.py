"""Passages with all their marks, from which the tests take some away.

Each quoted span is given its speaker; a title or a term has none.
"""

from tests.quotations.sentences import Case

PASSAGES: list[Case] = [
    (
        (
            "“The levee will hold,” said Marta Quill, the county engineer, “but nobody "
            "should sleep in the basement.”"
        ),
        ("Marta Quill", "Marta Quill"),
    ),
    (
        (
            "The judge wrote that the agency “never once opened the file” before it denied "
            "the claim."
        ),
        ("The judge",),
    ),
    (
        "“I came here to work,” Ivers told the jury. “I stayed because I liked it.”",
        ("Ivers", "Ivers"),
    ),
    (
        (
            "Denise Orr, a teacher in Salem, said the tests were “a waste of good paper” "
            "and asked the board to drop them."
        ),
        ("Denise Orr",),
    ),
    (
        "“Who is going to pay?” Orr asked.",
        ("Orr",),
    ),
    (
        (
            "The company said in a statement: “We take the safety of our riders seriously. "
            "We are working with the police.”"
        ),
        ("The company",),
    ),
    (
        (
            "“It’s a start,” Councilman Ray Teller said Thursday. “It is not enough, and "
            "everyone in this room knows it.”"
        ),
        ("Councilman Ray Teller", "Councilman Ray Teller"),
    ),
    (
        "Teller called the offer “an insult to every nurse in this city.”",
        ("Teller",),
    ),
    (
        "“We never saw a bill,” according to the hospital’s chief of staff.",
        ("the hospital’s chief of staff",),
    ),
    (
        (
            "In her view, the treaty is “dead on arrival,” and the president should say "
            "so, Senator Holt argued."
        ),
        ("Senator Holt",),
    ),
    (
        (
            "“They told us it would take a week,” Bauer recalled. “It took a year.” The "
            "city has since paid him $400."
        ),
        ("Bauer", "Bauer"),
    ),
    (
        (
            "Asked about the leak, Bauer said, “I have no idea who did it.” He then left "
            "through a side door."
        ),
        ("Bauer",),
    ),
    (
        (
            "“The water was up to here,” said Lin, pointing at his chest. “I thought that "
            "was it for me.”"
        ),
        ("Lin", "Lin"),
    ),
    (
        (
            "“Nobody asked us,” Kemp said. The station has been on the corner since 1952. "
            "“They just put up the fence.”"
        ),
        ("Kemp", "Kemp"),
    ),
    (
        "The report concluded that officers had “a duty to intervene” and did nothing.",
        ("The report",),
    ),
    (
        "Mayor Ruiz said that “all options are open,” but she ruled out a new tax.",
        ("Mayor Ruiz",),
    ),
    (
        ("“I won’t comment on that,” Ruiz said when a reporter asked about her brother’s firm."),
        ("Ruiz",),
    ),
    (
        (
            "“We’re very close to a deal,” a person with knowledge of the talks said. “It "
            "could be signed this week.”"
        ),
        ("a person with knowledge of the talks", "a person with knowledge of the talks"),
    ),
    (
        "The bank described the loss as “regrettable but small.”",
        ("The bank",),
    ),
    (
        "“My son is not a number,” she wrote in a letter to the school board.",
        ("she",),
    ),
    (
        ("“Look,” he said, “I lost my job, my car and my house, and I still paid that bill.”"),
        ("he", "he"),
    ),
    (
        (
            "The minister told parliament: “This government will not apologise for doing "
            "what is right.” The opposition walked out."
        ),
        ("The minister",),
    ),
    (
        (
            "“It is a sad day for the village,” said farmer Tom Ashby, whose family has "
            "kept sheep there since 1890."
        ),
        ("farmer Tom Ashby",),
    ),
    (
        "Ashby, 71, said he was “heartbroken and angry in equal measure” at the ruling.",
        ("Ashby",),
    ),
    (
        "“If they close the school,” he added, “the village goes with it.”",
        ("he", "he"),
    ),
    (
        (
            "The union’s leader, Karen Moss, said members were “fed up to the back teeth” "
            "with delays."
        ),
        ("The union’s leader, Karen Moss",),
    ),
    (
        "“Members are fed up,” Moss told the BBC. “They want an answer by Friday.”",
        ("Moss", "Moss"),
    ),
    (
        (
            "Police described the damage as “extensive” and said “a number of people” had "
            "been questioned."
        ),
        ("Police", "Police"),
    ),
    (
        "“We urge anyone who saw the car to come forward,” a police spokesman said.",
        ("a police spokesman",),
    ),
    (
        (
            "The attorney general’s letter demanded that the site “immediately and "
            "permanently remove the section.”"
        ),
        ("The attorney general’s letter",),
    ),
    (
        (
            "“There is no evidence of that,” the firm’s lawyer, Ed Pike, replied in an "
            "e-mail. “We asked, and they sent nothing.”"
        ),
        ("the firm’s lawyer, Ed Pike", "the firm’s lawyer, Ed Pike"),
    ),
    (
        "“When I got there the door was open and she said nothing,” Pike testified.",
        ("Pike",),
    ),
    (
        ("Pike testified that his client was “confused, tired and badly advised” when she signed."),
        ("Pike",),
    ),
    (
        (
            "“This is not about money,” insisted Vera Stroud.\n\nStroud, who owns two "
            "shops, spoke at the hearing. “It is about who decides.”"
        ),
        ("Vera Stroud", "Stroud"),
    ),
    (
        (
            "“First they said May. Then they said June. Now they say nothing at all,” "
            "Stroud complained."
        ),
        ("Stroud",),
    ),
    (
        ("The governor vowed to “fight this all the way to the Supreme Court” if the bill passes."),
        ("The governor",),
    ),
    (
        (
            "Researchers warned that the ice “is melting faster than any model predicted,” "
            "and urged a new survey."
        ),
        ("Researchers",),
    ),
    (
        (
            "“The ice is melting faster than we thought,” said the study’s lead author, "
            "Ingrid Dahl of the University of Bergen."
        ),
        ("the study’s lead author, Ingrid Dahl",),
    ),
    (
        (
            "“We don’t know why,” Dahl said. “We don’t know how long it will last. We do "
            "know it is happening.”"
        ),
        ("Dahl", "Dahl"),
    ),
    (
        (
            "Dahl told reporters the result was “a complete surprise to all of us.” Her "
            "group will return in June."
        ),
        ("Dahl",),
    ),
    (
        (
            "In the ruling, Judge Amos Field said “the law leaves no room for doubt.” The "
            "state plans to appeal."
        ),
        ("Judge Amos Field",),
    ),
    (
        "“The law is clear,” Field wrote. “It has been clear since 1974.”",
        ("Field", "Field"),
    ),
    (
        (
            "“It was a great game to play in,” goalkeeper Lena Voss said. “The crowd was "
            "loud and we loved it.”"
        ),
        ("goalkeeper Lena Voss", "goalkeeper Lena Voss"),
    ),
    (
        "“We were second best in every part of the pitch,” the coach admitted afterwards.",
        ("the coach",),
    ),
    (
        "The coach blamed “a lack of courage in front of goal” for the defeat.",
        ("The coach",),
    ),
    (
        (
            "“I’m proud of the lads,” he said after the match. “They gave everything and "
            "they got nothing for it.”"
        ),
        ("he", "he"),
    ),
    (
        "“Great news for Ohio,” the senator tweeted.",
        ("the senator",),
    ),
    (
        "On Twitter, the senator wrote: “Great news for Ohio. The plant is staying open.”",
        ("the senator",),
    ),
    (
        (
            "“The plant is staying open,” she said in an interview on Monday. Workers had "
            "feared the worst."
        ),
        ("she",),
    ),
    (
        "Brandt said: “The train was late, so we walked.”",
        ("Brandt",),
    ),
    (
        "“The train was late,” Brandt said, adding that “no one seemed to be in charge.”",
        ("Brandt", "Brandt"),
    ),
    (
        (
            "She accused the board of “hiding behind lawyers,” and said parents “deserve a "
            "straight answer.”"
        ),
        ("She", "She"),
    ),
    (
        (
            "“Parents deserve a straight answer,” said Lopez. “So do the children.”\n\n“We "
            "will not go away,” she added."
        ),
        ("Lopez", "Lopez", "she"),
    ),
    (
        ("The memo, dated June 4, says staff “must not discuss the matter with outside parties.”"),
        ("The memo",),
    ),
    (
        (
            "“You can’t run a hospital on goodwill,” Dr. Amy Stein, the head of surgery, "
            "said on the radio."
        ),
        ("Dr. Amy Stein",),
    ),
    (
        ("Stein said the ward was “held together with tape.” Two nurses have quit since March."),
        ("Stein",),
    ),
    (
        "“It’s held together with tape,” Stein said, shaking her head.",
        ("Stein",),
    ),
    (
        "“I asked him twice,” said Webb, “and he said no both times.”",
        ("Webb", "Webb"),
    ),
    (
        "“Is that a threat?” Webb shot back. “Because it sounds like one.”",
        ("Webb", "Webb"),
    ),
    (
        "According to Webb, the chairman “slammed the door and drove off.”",
        ("Webb",),
    ),
    (
        "Officials said the bridge was “structurally deficient” as early as 2003.",
        ("Officials",),
    ),
    (
        "“As early as 2003, we knew,” one official said.",
        ("one official",),
    ),
    (
        "“We knew,” one official conceded. “We just did not have the money.”",
        ("one official", "one official"),
    ),
    (
        (
            "The group, which opposes the mine, said the permit “ignores everything the "
            "tribe asked for.”"
        ),
        ("The group",),
    ),
    (
        ("“The permit ignores us,” said tribal chairman Joe Redwing. “It ignores the river, too.”"),
        ("tribal chairman Joe Redwing", "tribal chairman Joe Redwing"),
    ),
    (
        "Redwing added: “The river is our church.”",
        ("Redwing",),
    ),
    (
        "A lawyer for the mine said the claims “have no basis in fact or law.”",
        ("A lawyer for the mine",),
    ),
    (
        (
            "“These claims have no basis,” said Hugh Lane, a lawyer for the mine, in a "
            "phone call. “None at all.”"
        ),
        ("Hugh Lane", "Hugh Lane"),
    ),
    (
        (
            "“I don’t think anybody won tonight,” said Paula Green, 44, as she folded "
            "chairs. “I think we all just got tired.”"
        ),
        ("Paula Green", "Paula Green"),
    ),
    (
        "The novelist once said that “every book is a small betrayal.”",
        ("The novelist",),
    ),
    (
        ("“Every book is a small betrayal,” she once told an interviewer. “Mine are large ones.”"),
        ("she", "she"),
    ),
    (
        "“Go home,” the sheriff urged residents. “Stay off the roads.”",
        ("the sheriff", "the sheriff"),
    ),
    (
        (
            "“We have the votes,” House Speaker Dale Rusk said Tuesday, “and we will use "
            "them.” He did not say when."
        ),
        ("House Speaker Dale Rusk", "House Speaker Dale Rusk"),
    ),
    (
        "Rusk’s office said only that it was “reviewing the letter.”",
        ("Rusk’s office",),
    ),
    (
        "The film, “Night Harbor,” opens on Friday. “I hate it,” its director said.",
        (None, "its director"),
    ),
    (
        "Her first song, “Little Boats,” was written in a van.",
        (None,),
    ),
    (
        "The so-called “ghost budget” has never been published.",
        (None,),
    ),
    (
        ("“The lease is up in March,” said the landlord, Colm Brady. “After that, I can’t say.”"),
        ("the landlord, Colm Brady", "the landlord, Colm Brady"),
    ),
    (
        "Brady said the tenants had been “nothing but trouble since they moved in.”",
        ("Brady",),
    ),
    (
        "The council called the report “misleading and out of date” and promised its own.",
        ("The council",),
    ),
    (
        "“We have never had so many calls,” according to the shelter’s director.",
        ("the shelter’s director",),
    ),
    (
        ("Nadia Petrov, who runs the shelter, told The Courier: “We need blankets, not speeches.”"),
        ("Nadia Petrov",),
    ),
    (
        (
            "“It isn’t safe,” Petrov warned. The roof has leaked since January. “Somebody "
            "will get hurt.”"
        ),
        ("Petrov", "Petrov"),
    ),
    (
        (
            "In a letter to parents, the principal wrote that the school “takes every "
            "complaint seriously.”"
        ),
        ("the principal",),
    ),
    (
        "“Did anyone check the brakes?” asked Judge Helen Marr.",
        ("Judge Helen Marr",),
    ),
    (
        "Marr said she was “troubled by the lack of records” in the case.",
        ("Marr",),
    ),
    (
        "“Nobody told me,” the driver testified, “and nobody asked.”",
        ("the driver", "the driver"),
    ),
    (
        ("The airline apologised for “any inconvenience to our guests,” but refused to pay."),
        ("The airline",),
    ),
    (
        "“That’s politics,” shrugged Dale Foss, the party’s treasurer.",
        ("Dale Foss",),
    ),
    (
        "Foss has described the race as “the dirtiest I have ever seen.”",
        ("Foss",),
    ),
    (
        "Under the law, a buyer must be told “in plain words” of any defect, Foss noted.",
        ("Foss",),
    ),
    (
        (
            "“You could smell the smoke from here,” recalled Ana Ruiz, 58, who lives "
            "across the river."
        ),
        ("Ana Ruiz",),
    ),
    (
        "“My mother cried,” Ruiz said. “I had never seen her cry.”",
        ("Ruiz", "Ruiz"),
    ),
    (
        "The statement added: “We regret the error and have corrected it.”",
        ("The statement",),
    ),
    (
        "Critics have dismissed the plan as “a gift to the rich.”",
        ("Critics",),
    ),
    (
        "Supporters say it is “the only fair way” to share the cost.",
        ("Supporters",),
    ),
    (
        "“I’d do it again,” he said, smiling.",
        ("he",),
    ),
    (
        "The captain said, “We’ll see.” Then he walked off the pitch.",
        ("The captain",),
    ),
    (
        "Senator Ruth Blake vowed to “hold every hearing it takes” before the vote.",
        ("Senator Ruth Blake",),
    ),
    (
        (
            "“If it passes, we sue,” Blake’s office said in a statement. “If it fails, we "
            "celebrate.”"
        ),
        ("Blake’s office", "Blake’s office"),
    ),
    (
        (
            "Economists warned that prices “could double within a year,” a forecast the "
            "bank disputes."
        ),
        ("Economists",),
    ),
    (
        (
            "“The numbers don’t add up,” said Owen Pratt of the Hillside Institute, who "
            "has studied the fund."
        ),
        ("Owen Pratt",),
    ),
    (
        "Pratt, a former auditor, said the fund was “a house built on sand.”",
        ("Pratt",),
    ),
    (
        "“Where did the money go?” Pratt asked. “That is what I want to know.”",
        ("Pratt", "Pratt"),
    ),
    (
        "The museum’s guide, “Rooms of Light,” sells for $12.",
        (None,),
    ),
    (
        "Locals call the bridge “the Big Regret.”",
        (None,),
    ),
    (
        "“Trust me,” the salesman told her, “it runs like new.”",
        ("the salesman", "the salesman"),
    ),
    (
        ("Attorney General Paul Yates said the ads “put children at risk every single day.”"),
        ("Attorney General Paul Yates",),
    ),
    (
        (
            "“The ads put children at risk,” Yates wrote to the company. “We ask that you "
            "remove them.”"
        ),
        ("Yates", "Yates"),
    ),
    (
        (
            "The company replied that it “works closely with the police” and would not "
            "comment further."
        ),
        ("The company",),
    ),
    (
        "“We reject that claim,” its lawyer, Jo Katz, said on Friday.",
        ("its lawyer, Jo Katz",),
    ),
]
#: Quotations that run over paragraphs, of which only the last has a closing mark.
LONG: list[str] = [
    (
        "Dahl wrote: “We sailed in May. I asked the captain about the ice. He said he "
        "had never seen so little of it.\n\n“We turned back in June.”"
    ),
    (
        "“I met her in 1990,” said Webb. “She was tall. She told me she could sing. I "
        "did not believe her.\n\n“Then she sang.”"
    ),
    (
        "“My father built this house. He said it would stand for a hundred years, and "
        "it has.\n\n“I will not sell it,” Moss said."
    ),
    (
        "Stroud told the panel: “The agent came to my shop. He asked to see the books. "
        "I showed him every page.\n\n“He left without a word.”"
    ),
    (
        "“They took our land. They told us it was for the road. No road was ever "
        "built.\n\n“We are still waiting,” Redwing said."
    ),
    (
        "“There were six of us. The foreman was a hard man. He shouted all day.\n\n“But "
        "he paid on time,” Ashby said."
    ),
    (
        "The letter continues: “The board met in March. The chairman left early. "
        "Nothing was decided.\n\n“We ask you to meet again.”"
    ),
    (
        "“The first year was good. The second year was bad. The third year, I lost the "
        "shop.\n\n“That is how it goes,” said Lin."
    ),
    (
        "Ivers said: “The train stopped in the tunnel. People began to shout. A woman "
        "next to me fainted.\n\n“It was the longest hour of my life.”"
    ),
]
