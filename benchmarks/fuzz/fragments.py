"""What messy articles are made of: text, markup and furniture, and what breaks readers of them."""

PROSE = (
    "The president met the minister on Monday.", "Francisco Arias", "Cárdenas.", "The two sides dis-", "cussed trade.",
    "The meeting was attended by the ambassador and the deputy minister of the country, Peter",
    "“We agreed on all points,” he said.", "They discussed trade and the border, according to the ministry.",
    "talks ended.The envoy left.", "U.S. President Jane Doe", "It costs $ 2, 2 million.", "the", " and ", "a", "I",
)  # fmt: skip
FURNITURE = (
    "Caracas, October 17 (RHC)-- ", "HAVANA, July 18 (Xinhua) -- ", "(Source: Prensa Latina)", "| Photo: AP", "By Jane Doe",
    "Published 6 February 2020", "Read more:", "https://a.org/b/c", "pic.twitter.com/abc", "Radio Habana Cuba", "Tags",
    "News > Russia", "Lavrov Starts Latin America Tour in Cuba", "2022-03-03", "list 1 of 4", "© 2023 Anadolu Agency",
    "Editor's note: corrected.", "Beijing, China", "Jane Doe", "MP/5551043", "UN Photo/Jane Doe", "(NAN)", "2 min",
    "Geneva – The envoy met the parties in the city on Tuesday.", "MOSCOW, May 6 - RIA Novosti. The", "HAVANA TIMES – ",
    "Maduro (L) and Lavrov (R)", "Jane Doe Published May 6, 2023", "Text: Jane Doe", "Share", "Menu", "Home", "Title: ",
    "Date: 2023-05-03", "Source: https://www.state.gov/a/2023/05/03/b", "* * *", "(END)", "-30-", "1 Jan 0001", "31/12/9999",
    "Feb 30, 2023", "00:00", "May 99, 2024", "#diplomacy", "@user", "We use cookies.", "Sign up for our newsletter",
)  # fmt: skip
MARKS = (
    "\n", "\n\n", "\n\n\n", "\r\n", "\r", " ", "  ", "\u00a0", "\t", "\x00", "\ufeff", "\u200b", "\u2028", "\u2029", "\x85",
    "\x93", "\x8a", "\x1a", "\x1b[0m", "\x1f", "e\u0301", "\u0301", "\u202e", "\ufffd", "\ufdfd", "\U0001f600", "\u3000",
    "# ", "## ", "**", "*", "_", "__", "> ", "• ", "- ", "---", "===", "\\$", "\\", "`", "```", "|", "| a | b |", "[", "](",
    "[a](https://b.org/c)", "![i](j.png)", "&amp;", "&#8217;", "&nbsp;", "&#0;", "&#xD800;", "&#1114112;", "&lt;b&gt;",
    "&amp;amp;", "&", "Ã¡", "â€™", "Ã", "â€", "ï»¿", "Â\u00a0", "\u00ad", "ﬁ", "Ａ", "½", "…", "–", "—", "-", "\"", "'",
    "(", ")", "<", ">", "/", ":", ".", ",", "1", "12", "2023", "ß", "İ", "ſ", "Ⅷ", "ﷺ", "नमस्ते", "外交部长", "Привет",
)  # fmt: skip
HTML = (
    "<html>", "</html>", "<head>", "</head>", "<body>", "</body>", "<p>", "</p>", "<br>", "<br/>", "<div>", "</div>",
    "<div class='caption'>", "<article>", "</article>", "<h1>", "</h1>", "<h2>", "</h2>", "<title>", "</title>", "<time>",
    "<meta property='og:title' content='A'>", "<meta name=author content=\"Jane Doe\">", "<script>", "</script>", "<style>",
    "</style>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE html>", "<table>",
    "<tr><td>", "</td></tr>", "</table>", "<a href='https://a.org/b'>", "</a>", "<img src=x alt='y'>", "<ul><li>", "</li></ul>",
    "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"datePublished\": \"2023-05-03\"}</script>", "<p", "</",
    "<meta charset='utf-7'>", "<meta property='article:published_time' content='2023-05-03T10:00:00Z'>", "<pre>", "<nav>",
    "<footer>", "<aside>", "<figure><figcaption>", "</figcaption></figure>", "<svg>", "<noscript>", "<iframe>", "<textarea>",
    "<blockquote>", "</blockquote>", "<span>", "</span>", "<time datetime='2023-05-03'>", "<base href='//['>", "<template>",
)  # fmt: skip
ENCODINGS = (
    "utf-8",
    "utf-8",
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-32",
    "cp1252",
    "latin-1",
    "cp1251",
    "koi8-r",
)
