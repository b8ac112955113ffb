"""The codes of languages: the first part of a tag (BCP 47) with two letters (ISO 639-1), and English names (CLDR).

Codes with three letters are too many to list; those of a language that has two letters, too, are known, since tags use
the shorter. One of several languages under such a code (Kurmanji, ``kmr``, under Kurdish, ``ku``) keeps its own.
"""

from __future__ import annotations

import re

from site_builder.records.countries import COUNTRIES
from site_builder.records.countries import advice as country_advice

_TABLE = """
aa Afar; ab Abkhazian; ae Avestan; af Afrikaans; ak Akan; am Amharic; an Aragonese; ar Arabic; as Assamese; av
Avaric; ay Aymara; az Azerbaijani; ba Bashkir; be Belarusian; bg Bulgarian; bi Bislama; bm Bambara; bn Bangla;
bo Tibetan; br Breton; bs Bosnian; ca Catalan; ce Chechen; ch Chamorro; co Corsican; cr Cree; cs Czech; cu
Church Slavic; cv Chuvash; cy Welsh; da Danish; de German; dv Divehi; dz Dzongkha; ee Ewe; el Greek; en English;
eo Esperanto; es Spanish; et Estonian; eu Basque; fa Persian; ff Fula; fi Finnish; fj Fijian; fo Faroese; fr
French; fy Western Frisian; ga Irish; gd Scottish Gaelic; gl Galician; gn Guarani; gu Gujarati; gv Manx; ha
Hausa; he Hebrew; hi Hindi; ho Hiri Motu; hr Croatian; ht Haitian Creole; hu Hungarian; hy Armenian; hz Herero;
ia Interlingua; id Indonesian; ie Interlingue; ig Igbo; ii Sichuan Yi; ik Inupiaq; io Ido; is Icelandic; it
Italian; iu Inuktitut; ja Japanese; jv Javanese; ka Georgian; kg Kongo; ki Kikuyu; kj Kuanyama; kk Kazakh; kl
Kalaallisut; km Khmer; kn Kannada; ko Korean; kr Kanuri; ks Kashmiri; ku Kurdish; kv Komi; kw Cornish; ky
Kyrgyz; la Latin; lb Luxembourgish; lg Ganda; li Limburgish; ln Lingala; lo Lao; lt Lithuanian; lu Luba-Katanga;
lv Latvian; mg Malagasy; mh Marshallese; mi Māori; mk Macedonian; ml Malayalam; mn Mongolian; mr Marathi; ms
Malay; mt Maltese; my Burmese; na Nauru; nb Norwegian Bokmål; nd North Ndebele; ne Nepali; ng Ndonga; nl Dutch;
nn Norwegian Nynorsk; no Norwegian; nr South Ndebele; nv Navajo; ny Nyanja; oc Occitan; oj Ojibwa; om Oromo; or
Odia; os Ossetic; pa Punjabi; pi Pali; pl Polish; ps Pashto; pt Portuguese; qu Quechua; rm Romansh; rn Rundi; ro
Romanian; ru Russian; rw Kinyarwanda; sa Sanskrit; sc Sardinian; sd Sindhi; se Northern Sami; sg Sango; sh
Serbo-Croatian; si Sinhala; sk Slovak; sl Slovenian; sm Samoan; sn Shona; so Somali; sq Albanian; sr Serbian; ss
Swati; st Southern Sotho; su Sundanese; sv Swedish; sw Swahili; ta Tamil; te Telugu; tg Tajik; th Thai; ti
Tigrinya; tk Turkmen; tl Tagalog; tn Tswana; to Tongan; tr Turkish; ts Tsonga; tt Tatar; tw Twi; ty Tahitian; ug
Uyghur; uk Ukrainian; ur Urdu; uz Uzbek; ve Venda; vi Vietnamese; vo Volapük; wa Walloon; wo Wolof; xh Xhosa; yi
Yiddish; yo Yoruba; za Zhuang; zh Chinese; zu Zulu
"""
LANGUAGES = dict(entry.split(" ", 1) for entry in " ".join(_TABLE.split()).split("; "))
"""English names by code with two letters."""
_LONG = """
aar aa; abk ab; afr af; aka ak; alb sq; amh am; ara ar; arg an; arm hy; asm as; ava av; ave ae; aym ay; aze az;
bak ba; bam bm; baq eu; bel be; ben bn; bis bi; bod bo; bos bs; bre br; bul bg; bur my; cat ca; ces cs; cha ch;
che ce; chi zh; chu cu; chv cv; cor kw; cos co; cre cr; cym cy; cze cs; dan da; deu de; div dv; dut nl; dzo dz;
ell el; eng en; epo eo; est et; eus eu; ewe ee; fao fo; fas fa; fij fj; fin fi; fra fr; fre fr; fry fy; ful ff;
geo ka; ger de; gla gd; gle ga; glg gl; glv gv; gre el; grn gn; guj gu; hat ht; hau ha; heb he; her hz; hin hi;
hmo ho; hrv hr; hun hu; hye hy; ibo ig; ice is; ido io; iii ii; iku iu; ile ie; ina ia; ind id; ipk ik; isl is;
ita it; jav jv; jpn ja; kal kl; kan kn; kas ks; kat ka; kau kr; kaz kk; khm km; kik ki; kin rw; kir ky; kom kv;
kon kg; kor ko; kua kj; kur ku; lao lo; lat la; lav lv; lim li; lin ln; lit lt; ltz lb; lub lu; lug lg; mac mk;
mah mh; mal ml; mao mi; mar mr; may ms; mkd mk; mlg mg; mlt mt; mol ro; mon mn; mri mi; msa ms; mya my; nau na;
nav nv; nbl nr; nde nd; ndo ng; nep ne; nld nl; nno nn; nob nb; nor no; nya ny; oci oc; oji oj; ori or; orm om;
oss os; pan pa; per fa; pli pi; pol pl; por pt; pus ps; que qu; roh rm; ron ro; rum ro; run rn; rus ru; sag sg;
san sa; scc sr; scr hr; sin si; slk sk; slo sk; slv sl; sme se; smo sm; sna sn; snd sd; som so; sot st; spa es;
sqi sq; srd sc; srp sr; ssw ss; sun su; swa sw; swe sv; tah ty; tam ta; tat tt; tel te; tgk tg; tha th; tib bo;
tir ti; ton to; tsn tn; tso ts; tuk tk; tur tr; twi tw; uig ug; ukr uk; urd ur; uzb uz; ven ve; vie vi; vol vo;
wel cy; wln wa; wol wo; xho xh; yid yi; yor yo; zha za; zho zh; zul zu
"""
_SHORTER = dict(entry.split(" ", 1) for entry in " ".join(_LONG.split()).split("; "))
_SPOKEN = {
    "by": "be", "ua": "uk", "jp": "ja", "cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "us": "en", "gb": "en",
    "il": "he", "rs": "sr", "me": "cnr", "kz": "kk", "ge": "ka", "am": "hy", "al": "sq", "ir": "fa", "in": "hi",
    "at": "de", "iw": "he", "ji": "yi", "md": "ro", "tj": "tg", "tm": "tk", "vn": "vi", "br": "pt",
}  # fmt: skip
"""Languages by codes of countries that people write for them, and by codes that are no longer used."""
_BY_NAME = {name.casefold(): code for code, name in LANGUAGES.items()}
TAG = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"
"""The form of a tag."""


def tag(value: str) -> str:
    """The tag that ``value`` is, or is meant for; empty where there is none."""
    why, better = fault(value)
    meant = better.removeprefix("write ") if why else value
    return meant if fault(meant) == ("", "") else ""


def fault(value: str) -> tuple[str, str]:
    """The reason why ``value`` is no language, and the remedy; two empty texts where it is one."""
    no_code = f'"{value}" is not a language code (BCP 47), such as en or be'
    if not re.fullmatch(TAG, value):
        tag = value.strip().replace("_", "-").partition(".")[0]
        named = _BY_NAME.get(" ".join(value.split()).casefold())
        if named:
            return no_code, f"write {named}"
        sound = re.fullmatch(TAG, tag) and fault(tag) == ("", "")
        return no_code, f"write {tag}" if sound else "write the code, not the name: ru, en-US"
    first, *rest = value.split("-")
    code = first.casefold()
    # Of any other that is not known a site is warned: the pages have no words in it.
    if code not in LANGUAGES and (code.upper() in COUNTRIES or code in _SPOKEN or code in _SHORTER):
        better = "-".join((_SHORTER.get(code) or _SPOKEN.get(code, ""), *rest)).strip("-")
        country = COUNTRIES.get(code.upper())
        what = f"the code of a country, {country}, and no language" if country else "not the code of a language"
        known = code in _SHORTER or code in _SPOKEN
        return f'"{first}" is {what}', f"write {better}" if known else "write its code, such as en or be"
    region = next((part for part in rest[:2] if len(part) == 2 and part.isalpha()), "")
    if region and region.upper() not in COUNTRIES and not any(len(part) == 1 for part in rest):
        better = country_advice(region).removeprefix("write ")
        right = f"write {value.replace(region, better)}" if len(better) == 2 else f"write {first}"
        return f'"{region}" in "{value}" is not the code of a country', right
    return "", ""
