"""Words that people here make passwords of: beside the 20,000 common passwords that Django brings. No Django.

Each is written as it is compared: small letters, no spaces, no digits (`rules_of_passwords.folded`).
"""

# What a password may not be, alone or twice, or with digits and signs around it.
PHRASES = """
pakistanzindabad pakistanpaindabad zindabadpakistan pakistanzindabadpakistan jeevaypakistan dildilpakistan
bismillah bismillahirrahmanirrahim bismillahhirrahmannirraheem allahuakbar allahhuakbar alhamdulillah
subhanallah mashallah inshallah laillahaillallah lailahaillallah astaghfirullah assalamualaikum assalamoalaikum
walaikumassalam khudahafiz allahhafiz yaallahmadad yaalimadad nasruminallah
iloveyoupakistan ilovepakistan iloveallah ilovemymother mymotherisbest
insanihuqooq insanihaqooq humanrights ministryofhumanrights directorateofhumanrights helpline
qwertyuiopasdfgh qwertyuiopasdfghjkl asdfghjklzxcvbnm qazwsxedcrfvtgb onetwothreefourfive passwordpassword
letmeinletmein changemechangeme thisismypassword thisisapassword mypasswordismypassword
"""

# Words of this place. A password that is nothing but these (and digits and signs) is refused, however many.
WORDS = """
sanad pakistan pakistani zindabad paindabad watan qaum azadi inqilab jeay jeevay
allah muhammad mohammad mohammed ahmed ahmad ali hassan hussain husain fatima ayesha aisha khadija maryam
khan malik chaudhry chaudhary butt shah syed qureshi sheikh rajput jutt mughal afridi yousafzai baloch bugti
bhatti raja rana mirza ansari siddiqui abbasi kakar achakzai marri mengal
islam islami madina makkah quran namaz ramzan ramadan eid mubarak jumma jummah
karachi lahore islamabad rawalpindi pindi peshawar quetta multan faisalabad hyderabad sukkur larkana swat
mardan abbottabad gilgit skardu muzaffarabad gwadar turbat sialkot gujranwala gujrat bahawalpur
punjab sindh balochistan kpk khyber pakhtunkhwa fata kashmir
human rights insani huqooq haqooq ministry directorate department office officer district province secretary
police thana court adalat complaint shikayat helpline mohr sindhi pashto urdu punjabi
mera meri hamara hamari tera teri pyara pyari dil jaan zindagi mohabbat ishq dost yaar beta beti ammi abbu
baba bhai behan apna ghar naam love allahdad shukar duniya
password pass parol admin administrator user login welcome secret sir madam office computer
imran nawaz bhutto benazir jinnah iqbal quaid azam quaideazam cricket afridi babar shaheen
"""

# The same in Urdu letters, written without spaces.
URDU_PHRASES = """
پاکستانزندہباد پاکستانپائندہباد بسماللہ بسماللہالرحمنالرحیم اللہاکبر الحمدللہ سبحاناللہ ماشاءاللہ انشاءاللہ
السلامعلیکم خداحافظ اللہحافظ انسانیحقوق وزارتانسانیحقوق دلدلپاکستان
"""
URDU_WORDS = """
پاکستان زندہ باد پائندہ اللہ محمد احمد علی خان ملک وطن قوم آزادی اسلام لاہور کراچی پشاور کوئٹہ اسلام آباد
انسانی حقوق وزارت نظامت دفتر افسر ضلع صوبہ سندھ پنجاب بلوچستان خیبر پختونخوا کشمیر سند پاس ورڈ
"""
