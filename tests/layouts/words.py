"""Invented sentences, of the kind that reports are made of."""

from __future__ import annotations

from collections.abc import Sequence

STRENGTHS = (
    "Senior leaders have a precise grasp of what is going well and of what is not.",
    "Early help is easy to find, and families say that it came when they needed it.",
    "Social workers know the children on their lists well and see them often.",
    "The virtual school is a strength, and more children now finish year 11 with good passes.",
    "Foster carers praise the round-the-clock advice line.",
    "Personal advisers stay in touch with almost every young person until the age of 25.",
    "The out-of-hours team acts fast when a child is at risk in the night or at a weekend.",
    "Elected members are ambitious parents to the children in the council’s care.",
)

WEAKNESSES = (
    "Supervision is too often put off, and what it decides is seldom written down.",
    "For a few children, plans do not say who will do what by when.",
    "Too many young people aged 16 and 17 who have nowhere to live are not told what they may ask for.",
    "Letters to parents before court are long and hard to follow.",
    "Return home interviews are late, so that what they teach comes too late to be of use.",
    "Some care leavers do not hold a record of their health.",
)

PLAIN = (
    "Partners meet each morning to look at the night’s notifications.",
    "An adequate number of beds was found within the county in each month of the year.",
    "Managers give good advice on thresholds, and schools make use of it.",
    "The action plan that followed the last visit was looked at by members in the spring.",
    "A new case-recording system came into use two months before inspectors arrived.",
    "The pre-proceedings tracker is read out at a weekly meeting of team managers.",
    "Children spoke to inspectors about bus passes, pocket money and their brothers and sisters.",
    "Half of the newly-qualified workers were in their first post-qualifying year.",
    "The council shares an adoption agency with its neighbours.",
    "A high-cost placements panel looks at each placement that is more than 20 miles away.",
    "Caseloads in the two duty teams were between 14 and 22 in the week of the inspection.",
    "Health visitors, police officers and housing staff sit in the same office.",
)

IMPROVE = (
    "The timeliness of return home interviews, and the use that is made of what children say in them.",
    "The recording of supervision, so that the reasons for decisions can be followed.",
    "Plans for children in need, which should say who will do what and by when.",
    "The offer to young people aged 16 and 17 who present as homeless, and the advice that they are given on coming into care.",
    "Health histories for care leavers.",
    "Letters before proceedings, so that parents can see at once what has to change.",
)

PRIORITY = (
    "Ensure that every child who waits for an assessment is known to a named manager, and that the list is looked at each day.",
    "Ensure that strategy discussions are held with the police and with health, and are written up within a day.",
)

ORDERS = (
    "Ensure that supervision is held each month and that its decisions are recorded.",
    "Ensure that plans say what has to change, who will help and by when.",
    "Improve the timeliness of return home interviews, and bring together what they teach.",
    "Strengthen the advice given to young people aged 16 and 17 who are homeless.",
    "Extend the choice of foster homes for brothers and sisters and for teenagers.",
    "Give every care leaver a full record of their health, in a form that they can keep.",
)

BOARD = (
    "Ensure that the board’s audits lead to a plan, and that partners report on it.",
    "Put in place a data set that all partners supply and understand.",
    "Evaluate the effect of the board’s training on practice.",
)

OFSTED = (
    "The Office for Standards in Education, Children’s Services and Skills (Ofsted) inspects and regulates "
    "services for children and for learners of every age, councils’ services for children among them."
)

FRAMEWORK_NOTE = (
    "Each area for improvement is matched to an outcome, an enabler or a principle of the Children’s Social Care "
    "National Framework, the statutory guidance on what such services are for."
)

ADDRESS = ("Piccadilly Gate", "Store Street", "Manchester", "M1 2WD")


def narrative(strengths: Sequence[str], part: int, parts: int, *, least: int = 3) -> tuple[str, ...]:
    """Return the paragraphs of one part of several, which share out the strengths among them.

    A strength opens a paragraph; each is followed by plain sentences, every other by a weakness.
    """
    mine = strengths[part::parts]
    count = max(least, len(mine))
    told = []
    for index in range(count):
        turn = part * 5 + index * 3
        sentences = [mine[index]] if index < len(mine) else []
        sentences += [PLAIN[(turn + step) % len(PLAIN)] for step in range(3)]
        if index % 2 or index >= len(mine):
            sentences.append(WEAKNESSES[(part + index) % len(WEAKNESSES)])
        told.append(" ".join(sentences))
    return tuple(told)
