"""Writes realistic interviews, one JSON object a line: distinct people, employers, roles and talking points.

usage: make_interviews.py COUNT --panel 1-3 --ended NEWEST-OLDEST (hours ago) [--seed N] [--first N]
"""

import argparse
import datetime
import itertools
import json
import random
import unicodedata

FIRST = """Aoife Zoë Siobhán José Łukasz Renée Åsa Chloë Müge Ngọc Jörg Ana Björn Céline Dávid Élodie Francesca Gülşen
Håkon Iñaki Jürgen Katarzyna Léa Małgorzata Noémie Öykü Pär Quentin Rósa Søren Tomáš Ulrike Věra Wiebke Ximena Yasmine
Željko Amara Bola Chidi Dewi Efua Farah Gareth Hana Imran Jane Kofi Layla Mei Nadia Owen Priya Rahul Sunita Tariq Uma
Vikram Wanjiru Yusuf Zainab Arthur Beatrix Cedric Dorothy Edmund Florence Gilbert Harriet Isobel Jasper Kenneth Lydia
Martha Nigel Olive Percival Rosalind Stanley Theodora Winifred""".split()
MIDDLE = ["", "", "", "van der ", "de la ", "O'", "Mc", "von ", "Le ", "ap "]
LAST = """Okafor Brontë Wiśniewski Nguyen Berg Castaño Lindqvist Demir Fontaine Novák García Kowalczyk Sørensen Dvořák
Almeida Bakker Chaudhry Davies Eriksen Farquhar Grimshaw Holloway Ibrahim Jankowski Kapoor Lovelace Mbeki Neville
Osborne Pemberton Quigley Rosenthal Sandoval Thistlewood Underhill Vasquez Whitcombe Yamamoto Zielińska Abernathy
Blackwood Cartwright Dunmore Ellsworth Fairweather Greenhalgh Hawthorne Ingleby Jefferies Kirkbride Langstaff Merriweather
Northcote Oakeshott Pilkington Ravenscroft Silverstone Trelawney Uttley Vanbrugh Wetherby Yarborough Zouche""".split()
SECOND = ["", *(f"-{name}" for name in ("Hughes", "Marsh", "Fry", "Stone", "Wells", "Lane", "Moss", "Ford", "Penn"))]

PLACE_HEAD = """Ash Black Brad Chal Dun East Fern Glen Hart Ink King Lang Mar Nor Oak Pen Rother Salt Thorn Up Wal Whit
Wood Yar Ald Bran Crom Darl Ever Fal Grim Hazel Ing Kel Lin Mel Nether Old Pick Rush""".split()
PLACE_TAIL = "bourne bridge bury combe dale den field ford gate ham holme hurst ley marsh mere minster ness port ton worth".split()
KIND = """Libraries|Housing Association|Museum|Water|Ferries|Hospital Trust|Archive|Observatory|Borough Council|Rowing
Works|Press|Savings Bank|Botanic Gardens|Theatre|Robotics|Insurance|Railways|Community College|Brewery|Analytics""".replace(
    "\n", " "
).split("|")
ROLE = """Data Analyst|Research Officer|Ward Sister|Payroll Clerk|Bridge Engineer|Exhibitions Manager|Policy Adviser|Welder
|Tester|Head Gardener|Speech Therapist|Station Manager|Grants Officer|Actuary|Systems Librarian|Site Foreman""".replace(
    "\n", ""
).split("|")
SUBJECT = """the open-data portal|the on-call week|the reading groups|tide gauges|apprenticeships|the new catalogue|the move
to shift work|mentoring|the flood of last winter|accessibility testing|the garden project|grant deadlines|the old
timetable|night rosters|the merger|volunteers""".replace("\n", " ").split("|")
ANGLE = """and what it taught the team|and how you would begin again today|from the users' side|and the first hundred days|
and who keeps it going|in small places|without a budget|and the numbers behind it""".replace("\n", "").split("|")
DOMAIN = "example"


def people():
    """Every name once, in an order that looks like chance and is always the same."""
    names = [
        f"{first} {middle}{last}{second}"
        for first, middle, last, second in itertools.product(FIRST, sorted(set(MIDDLE)), LAST, SECOND)
    ]
    random.shuffle(names)
    return iter(names)


def employers():
    names = [
        f"{head}{tail} {kind}" for head, tail, kind in itertools.product(PLACE_HEAD, PLACE_TAIL, KIND)
    ]
    random.shuffle(names)
    return names


def local_part(name):
    ascii_name = unicodedata.normalize("NFD", name.translate(str.maketrans("łŁøØđ", "lLoOd")))
    letters = "".join(c for c in ascii_name.lower() if c.isascii() and (c.isalpha() or c in " -"))
    return letters.replace(" ", ".")


def numbers(text):
    low, high = (float(number) for number in text.split("-"))
    return low, high


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--panel", type=numbers, default=(1, 3))
    parser.add_argument("--ended", type=numbers, default=(1, 20))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="leave out that many people and employers")
    options = parser.parse_args()
    random.seed(options.seed)
    names, companies = itertools.islice(people(), options.first * 3, None), employers()
    now = datetime.datetime.now(datetime.timezone.utc)
    for number in range(options.first, options.first + options.count):
        turn, place = divmod(number, len(companies))
        company = companies[place]
        site = "".join(c for c in company.lower() if c.isalnum())
        panel = []
        for _ in range(random.randint(*(int(bound) for bound in options.panel))):
            name = next(names)
            panel.append(
                {
                    "name": name,
                    "address": f"{local_part(name)}@{site}.{DOMAIN}",
                    "talkingPoint": f"{random.choice(SUBJECT)} {random.choice(ANGLE)}",
                }
            )
        ended = now - datetime.timedelta(hours=random.uniform(*options.ended))
        interview = {
            "organisation": company,
            "role": ROLE[(place + turn) % len(ROLE)],
            "ended": ended.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "timeZone": "Europe/London",
            "panel": panel,
        }
        print(json.dumps(interview, ensure_ascii=False))


main()
