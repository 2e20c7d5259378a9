"""Words by which columns are called in lists of the field, in English and Urdu; for a first guess only."""

from sanad.kit.text import fold

# Field → what its column is called. The first words are the plainest.
HEADINGS: dict[str, str] = {
    "happened": "date; date of incident; incident date; date of occurrence; occurred on; day; تاریخ; تاریخ"
    " وقوعہ; واقعہ کی تاریخ",
    "happened_to": "end date; to date; last date; تک",
    "act": "type of violation; violation; violation type; type of incident; incident type; crime; offence;"
    " type; category; nature of case;"
    " خلاف ورزی; نوعیت; قسم; جرم; واقعہ کی نوعیت",
    "means": "means; weapon; method; modus operandi; ذریعہ; ہتھیار; آلہ",
    "stated_reason": "reason; motive; cause; stated reason; وجہ; محرک; سبب",
    "kind_of_place": "kind of place; location category; type of place; place type; جگہ کی قسم",
    "province": "province; state; region; admin1; صوبہ",
    "district": "district; admin2; ضلع",
    "tehsil": "tehsil; taluka; admin3; تحصیل; تعلقہ",
    "place": "city; town; place; village; location; place of occurrence; شہر; جگہ; مقام; گاؤں; جائے وقوعہ",
    "latitude": "latitude; lat; y; عرض بلد",
    "longitude": "longitude; lon; long; lng; x; طول بلد",
    "summary": "summary; headline; brief; title of news; خلاصہ; سرخی",
    "narrative": "narrative; description; details; detail; story; remarks; notes; facts; تفصیل; تفصیلات; کیفیت; بیان",
    "received_on": "received on; date received; date of receipt; reported on; date reported; reporting date;"
    " news date; date of news;"
    " موصول; تاریخ وصولی; تاریخ اندراج; خبر کی تاریخ",
    "source_institution": "source; newspaper; name of newspaper; paper; channel name; ماخذ; اخبار; ذریعہ خبر",
    "source_kind": "source type; kind of source; type of source; ماخذ کی قسم",
    "language": "language; زبان",
    "fir_number": "fir; fir no; fir number; case no; crime no; ایف آئی آر; ایف آئی آر نمبر; مقدمہ نمبر",
    "fir_date": "fir date; date of fir; ایف آئی آر کی تاریخ",
    "police_station": "police station; ps; thana; تھانہ",
    "sections": "section; sections; sections of law; offence u s; under section; دفعہ; دفعات",
    "page": "page; page no; صفحہ",
    "name": "name; victim; victim name; name of victim; full name; deceased; missing person; complainant name;"
    " نام; متاثرہ; نام متاثرہ; مقتول; نام مقتول",
    "father_name": "father name; father s name; father husband name; parentage; s o; husband name; ولدیت;"
    " والد; والد کا نام; زوجیت",
    "cnic": "cnic; nic; id card; cnic no; cnic number; شناختی کارڈ; شناختی کارڈ نمبر",
    "phone": "phone; mobile; cell; contact; contact no; phone number; telephone; فون; موبائل; رابطہ نمبر; فون نمبر",
    "address": "address; home address; residence; پتہ; پتا; رہائش",
    "sex": "sex; gender; جنس; صنف",
    "age": "age; age of victim; عمر",
    "occupation": "occupation; profession; پیشہ",
    "characteristic": "religion; minority; community; disability; sect; مذہب; مسلک; معذوری; برادری",
    "status": "status; status of victim; victim status; current status; حالت; متاثرہ کی حالت",
    "perpetrator_type": "perpetrator; type of perpetrator; perpetrator type; accused type; alleged"
    " perpetrator; ملزم کی قسم; مرتکب",
    "perpetrator_name": "accused; name of accused; accused name; perpetrator name; ملزم; ملزمان; نام ملزم; نامزد ملزم",
    "informant_name": "complainant; informant; applicant; name of complainant; درخواست گزار; مدعی; شکایت"
    " کنندہ; اطلاع دہندہ",
    "informant_phone": "complainant phone; complainant contact; رابطہ مدعی",
    "informant_cnic": "complainant cnic; applicant cnic",
}
IDS = "id; s; s no; sr; sr no; serial; serial no; no; case id; record id; event id; نمبر شمار; شمار; سیریل نمبر"
HARMED: dict[str, tuple[str, str]] = {  # key of the group → words, act
    "killed": ("killed; dead; deaths; fatalities; casualties killed; ہلاک; جاں بحق; مقتولین; اموات; شہید", "killing"),
    "injured": ("injured; wounded; injuries; زخمی; مجروح", "wounding"),
    "abducted": ("abducted; kidnapped; اغوا; مغوی", "abduction"),
    "arrested": ("arrested; detained; گرفتار; زیر حراست", "arbitrary_detention"),
    "displaced": ("displaced; بے گھر", "displacement"),
}
LEAST = "min; minimum; least; low; at least; کم از کم; کم سے کم"
MOST = "max; maximum; most; high; up to; زیادہ سے زیادہ"
BEST = "best; total; number; no of; count; estimate; تعداد; کل"
TOTALS = "total; grand total; sub total; subtotal; sum; overall; کل; میزان; مجموعہ; کل تعداد; ٹوٹل; کل میزان"


def folded(words: str) -> tuple[str, ...]:
    """The words of a list above, as keys for matching."""
    return tuple(dict.fromkeys(filter(None, (fold(word) for word in words.split(";")))))
