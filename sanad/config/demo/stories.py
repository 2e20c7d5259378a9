"""What the invented reports tell: kinds of stories, without any name, place or date of a real one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """A kind of event; codes by slug. `sizes` are (least, most) of a group; none means named individuals."""

    summary: str
    narrative: str
    acts: tuple[str, ...]
    means: str | None = None
    reason: str | None = None
    where: str | None = None
    perpetrators: tuple[str, ...] = ()
    sexes: tuple[str, ...] = ("male", "female")
    ages: tuple[int, int] = (18, 60)
    characteristics: tuple[str, ...] = ()
    status: str | None = None
    individuals: int = 1
    sizes: tuple[int, int] | None = None
    sources: tuple[str, ...] = ("newspaper",)


STORIES = (
    Story(
        "A woman was killed at her home; the family is said to have objected to her marriage.",
        "گاؤں کے لوگوں کے مطابق خاتون کو پسند کی شادی کرنے پر قتل کیا گیا۔",
        ("killing",),
        means="firearm",
        reason="honour",
        where="own_home",
        perpetrators=("parent", "sibling"),
        sexes=("female",),
        status="dead",
        sources=("newspaper", "police"),
    ),
    Story(
        "A man is missing since plain-clothes men took him from a shop.",
        "اہل خانہ نے بتایا کہ سادہ کپڑوں میں ملبوس افراد اسے دکان سے لے گئے۔",
        ("enforced_disappearance",),
        where="shop",
        perpetrators=("unknown",),
        sexes=("male",),
        status="missing",
        sources=("family", "newspaper"),
    ),
    Story(
        "A suspect was beaten in a police station to make him confess.",
        "ملزم کے وکیل نے عدالت کو بتایا کہ تھانے میں اس پر تشدد کیا گیا۔",
        ("torture", "arbitrary_detention"),
        means="stress_position",
        reason="confession",
        where="police_station",
        perpetrators=("police", "police"),
        sexes=("male",),
        status="released",
        sources=("lawyer",),
    ),
    Story(
        "A bomb went off near a market; the number of dead differs between accounts.",
        "دھماکے کی آواز دور تک سنی گئی۔ زخمیوں کو ہسپتال منتقل کیا گیا۔",
        ("killing",),
        means="planted_bomb",
        where="market",
        perpetrators=("armed_group",),
        status="dead",
        individuals=2,
        sizes=(4, 14),
        sources=("newspaper", "police", "hospital"),
    ),
    Story(
        "A girl was given in marriage to settle a feud by decision of a jirga.",
        "جرگے نے صلح کے لیے کم عمر لڑکی کا نکاح طے کیا۔",
        ("forced_marriage", "jirga_decision"),
        reason="swara",
        perpetrators=("jirga", "parent"),
        sexes=("female",),
        ages=(9, 15),
        sources=("newspaper",),
    ),
    Story(
        "Families were made to work at a brick kiln to pay back an advance.",
        "بھٹے کے مالک نے پیشگی کے بدلے خاندانوں کو روک رکھا تھا۔",
        ("bonded_labour",),
        reason="debt",
        where="brick_kiln",
        perpetrators=("employer",),
        characteristics=("labourer",),
        status="recovered",
        individuals=0,
        sizes=(11, 23),
        sources=("court", "ngo"),
    ),
    Story(
        "A reporter was threatened by telephone after a story on local contracts.",
        "صحافی کو خبر شائع ہونے کے بعد فون پر دھمکیاں دی گئیں۔",
        ("threats",),
        means="phone",
        reason="journalism",
        perpetrators=("unknown",),
        characteristics=("journalist",),
        sources=("victim", "trade_union"),
    ),
    Story(
        "Worshippers were kept from using their place of prayer.",
        "عبادت گاہ کے دروازے پر تالا لگا دیا گیا۔",
        ("worship_prevented",),
        reason="religion",
        where="church",
        perpetrators=("mob",),
        characteristics=("christian",),
        individuals=0,
        sizes=(30, 60),
        sources=("community_body",),
    ),
    Story(
        "Police broke up a sit-in of health workers with batons and tear gas.",
        "لیڈی ہیلتھ ورکرز تنخواہوں کے لیے دھرنا دے رہی تھیں۔",
        ("assembly_dispersed", "beating"),
        means="tear_gas",
        reason="protest",
        where="street",
        perpetrators=("police",),
        sexes=("female",),
        characteristics=("health_worker",),
        individuals=0,
        sizes=(6, 20),
        sources=("television", "newspaper"),
    ),
    Story(
        "Acid was thrown at a woman after she refused a proposal.",
        "خاتون کو جھلسی ہوئی حالت میں برن یونٹ لایا گیا۔",
        ("wounding",),
        means="acid",
        reason="proposal_refused",
        where="street",
        perpetrators=("acquaintance",),
        sexes=("female",),
        ages=(16, 30),
        status="in_treatment",
        sources=("hospital", "newspaper"),
    ),
    Story(
        "A boy was beaten by his teacher and kept from school afterwards.",
        "بچے کے والد نے تھانے میں درخواست دی۔",
        ("corporal_punishment",),
        means="blunt",
        reason="discipline",
        where="school",
        perpetrators=("teacher",),
        sexes=("male",),
        ages=(6, 14),
        status="injured",
        sources=("complainant",),
    ),
    Story(
        "An office refused to hand out papers on a development scheme.",
        "درخواست گزار کو معلومات دینے سے تحریری طور پر انکار کیا گیا۔",
        ("information_refused",),
        where="government_office",
        perpetrators=("local_official",),
        sources=("complainant",),
    ),
)

# Given and second names, put together at random; sealed like real ones.
NAMES = {
    "female": ("Gulalai", "Zarmina", "Shabana", "Rukhsana", "Parveen", "Mehnaz", "Sumbul", "Naheed"),
    "male": ("Gul Khan", "Allah Ditta", "Sher Zaman", "Nadeem", "Bashir", "Waris", "Mithal", "Yaqoob"),
    "father": ("Noor Muhammad", "Ghulam Rasool", "Mir Alam", "Ali Gohar", "Sardar Masih", "Khan Zada"),
}
