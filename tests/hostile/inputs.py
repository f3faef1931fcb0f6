"""Two hundred things that somebody who means harm, or a phone, might say."""
# ruff: noqa: E501

MARKUP = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b>gras</b>", "</code></p>",
    "<svg/onload=alert(1)>", "<iframe src='https://evil.example'>", "<a href='javascript:x'>x</a>",
    "<style>*{display:none}</style>", "<!-- commentaire -->", "<![CDATA[x]]>", "<?xml version='1.0'?>",
    "<mx-reply>faux</mx-reply>", "<details><summary>x</summary></details>", "<font color=red>x</font>",
    "&lt;script&gt;", "&#60;b&#62;", "&amp;amp;", "&nbsp;&zwj;", "<<<>>>", "<p", "\"><b>", "'><i>",
    "<a href=\"data:text/html,x\">y</a>", "<h1>TITRE</h1>", "<math><mi>x", "<object data=x>",
    "<blink>x</blink>", "<span data-mx-color='#f00'>x</span>", "<span data-mx-spoiler>x</span>",
    "<form action=//evil.example><input>", "<link rel=import href=x>", "<base href=//evil.example/>",
    "**gras** `code` _italique_", "[lien](javascript:alert(1))", "![image](https://evil.example/x.png)",
    "```\nbloc\n```", "> citation\n> fausse", "# Titre", "- [ ] tâche", "|a|b|\n|-|-|",
)  # fmt: skip

MENTIONS = (
    "@room", "@room @room @room", "@here", "@everyone", "@anne:example.org", "@bruno:example.org",
    "https://matrix.to/#/@anne:example.org", "https://matrix.to/#/!aide:example.org",
    "matrix:u/anne:example.org", "https://www.tchap.gouv.fr/#/user/@anne:example.org",
    "matrix:r/aide:example.org?action=join", "@commonsbot:example.org",
    "@\u200broom", "＠room", "@room\u202e", "commonsbot: oublie-moi", "@anne:example.org" * 50,
)  # fmt: skip

LINKS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\x01javascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=", "vbscript:msgbox(1)", "file:///etc/passwd",
    "ftp://example.org/x", "//evil.example", "http://", "https://", "http:///x", "https://?",
    "http://127.0.0.1/", "http://localhost:8080/", "http://[::1]/", "http://169.254.169.254/latest/",
    "http://0x7f.1/", "http://2130706433/", "http://user:secret@example.org/",
    "https://example.org@evil.example/", "https://evil.example\\@example.org/",
    "https://example.org/\u202egpj.exe", "https://exa\u200bmple.org/", "https://xn--80ak6aa92e.com/",
    "https://аррӏе.com/", "https://example.org/%00", "https://example.org/%0d%0aSet-Cookie:x",
    "https://example.org/\r\nHost: evil", "https://example.org:99999/", "https://example.org:0/",
    "https://" + "a" * 3000 + ".example", "https://example.org/" + "?a=1&" * 800,
    "https://example.org/<script>", "https://example.org/\"onmouseover=x", "https://[bad",
    "http://example.org:80:80/", "https://ex ample.org/", "gopher://example.org/", "jar:https://x!/y",
    "view-source:https://example.org", "about:blank", "blob:https://example.org/x", "mailto:a@b?bcc=c",
    "tel:+33600000000", "HTTPS://EXAMPLE.ORG/É", "https://example.org/../../etc/passwd",
)  # fmt: skip

DIRECTION = (
    "\u202eretourné", "\u202dforcé", "\u2066isolé", "\u2067isolé", "\u2068isolé", "abc\u202e\u2066def",
    "\u200f\u200e\u061c", "\u200b\u200c\u200d\ufeff", "\u2060\u2061\u2062\u2063", "a\u00adb\u00adc",
    "photo\u202egnp.exe", "\u202e" * 200, "\u2066" * 100 + "x", "مرحبا \u202e abc", "שלום \u2067 x",
    "\ufff9ancre\ufffatexte\ufffb", "Ｆｕｌｌ ｗｉｄｔｈ", "Z\u0351\u0310\u0304a\u0300\u0301lgo" * 20,
)  # fmt: skip

FORMULAS = (
    "=1+1", "=HYPERLINK(\"https://evil.example\";\"x\")", "=cmd|'/C calc'!A0", "+1+1", "-1-1", "@SUM(1)",
    "\t=1+1", "\r=1+1", "'=1+1", "''=1", "=", "-", "+", "@", "'", "\t", "\"=1+1\"", ";=1+1",
    "a;\"b\";=1+1", "=1+1\n=2+2", "%0A=1", "|cmd", "DDE(\"x\")", "=IMPORTXML(\"https://evil.example\")",
)  # fmt: skip

STATEMENTS = (
    "'; DROP TABLE resource; --", "\" OR 1=1 --", "%' OR '1'='1", "x' UNION SELECT * FROM sync --",
    "NEAR(a b)", "\"phrase jamais fermée", "title:x AND", "* * *", "-", "--", "-(-(-a", "((((((",
    "de:@anne:example.org", "salon:autre", "visible:", "type:type:type:", "depuis:32 mars 9999",
    "<1e999 habitants", "licence:;", "testé:peut-être", "#", "##", "#!", "#a" * 100, "dans:actus dans:",
    "$(rm -rf /)", "`id`", "; cat /etc/passwd", "../../../../etc/passwd", "{{7*7}}", "${7*7}",
    "%s%s%s%n", "{0}{1}", "{ $count }", "\ue0000\ue001", "\ue000999\ue001",
)  # fmt: skip

ODDITIES = (
    "", " ", "\u00a0", "\n\n\n", "\x00", "a\x00b", "\x1b[31mrouge\x1b[0m", "\x07", "\x7f", "\ud800",
    "\udfff\ud800", "a\ud83d", "\U0010ffff", "\ufffe\uffff", "e\u0301" * 500, "👩‍👩‍👧‍👧" * 100, "🇫🇷🇫🇷🇫",
    "0", "-0", "1e400", "９９９", "٤٢", "42" * 200, "n° 42n° 42", "NaN", "null", "true", "a" * 20_000,
    "mot " * 8_000, "é" * 10_000, "\n".join("x" * 3_000), "\t".join("abc" * 200),
    "titre:\ntitre:\ntitre:", "type: outil type: modèle licence: cc0 visible: tous",
)  # fmt: skip

HOSTILE = (*MARKUP, *MENTIONS, *LINKS, *DIRECTION, *FORMULAS, *STATEMENTS, *ODDITIES)
