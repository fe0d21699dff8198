// SPDX-License-Identifier: MIT
#include "report/page/pagestyle.h"

#include "report/picture/palette.h"

#include <QCryptographicHash>

namespace lapwing::report {
namespace {

constexpr char rules[] = R"(
*{box-sizing:border-box}
body{margin:0 auto;max-width:1328px;padding:24px;background:var(--paper);color:var(--text);
font:15px/1.5 system-ui,sans-serif}
h1{font-size:1.75rem;line-height:1.25;margin:.2em 0 .3em;text-wrap:balance}
h2{font-size:1.15rem;margin:0 0 .5em}
section{margin:32px 0;break-inside:avoid-page}
p{margin:.4em 0;max-width:90ch;overflow-wrap:anywhere}
a{color:inherit}
.muted,caption,small,footer{color:var(--muted)}
.notice{border-inline-start:4px solid var(--bad);padding:.2em .8em;color:var(--bad);font-weight:600}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:12px;margin:20px 0;padding:0}
.figures div{background:var(--band);border:1px solid var(--rule);border-radius:8px;padding:10px 14px}
.figures dt{color:var(--muted);font-size:.82rem}
.figures dd{margin:0;font-size:1.35rem;font-weight:650;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.figures dd small{display:block;font-size:.78rem;font-weight:400}
.badges{display:flex;flex-wrap:wrap;gap:8px;margin:0 0 .6em;padding:0;list-style:none}
.badges li{border:1px solid var(--muted);border-radius:99px;padding:1px 12px;font-size:.88rem;font-weight:600}
.scroll{overflow-x:auto;border:1px solid var(--rule);border-radius:8px}
.scroll:focus-visible,summary:focus-visible,a:focus-visible{outline:3px solid var(--receive);outline-offset:2px}
figure{margin:0}
figure .scroll svg{display:block;min-width:980px;width:100%;height:auto}
figcaption{color:var(--muted);font-size:.88rem;margin-top:6px}
table{border-collapse:collapse;width:100%;font-size:.86rem;font-variant-numeric:tabular-nums}
caption{text-align:start;padding:8px 12px;font-size:.86rem}
th,td{padding:5px 12px;text-align:start;vertical-align:top;white-space:nowrap}
thead th{border-bottom:2px solid var(--rule);font-weight:650;background:var(--paper)}
tbody tr:nth-child(odd){background:var(--band)}
tbody th{font-weight:500;white-space:normal;min-width:22em;max-width:34em;overflow-wrap:anywhere}
td.long{white-space:normal;min-width:18em;overflow-wrap:anywhere}
small{display:block;font-size:.8em;font-weight:400;overflow-wrap:anywhere}
.n{text-align:end}
.na{text-align:end;color:var(--muted);font-style:italic}
.done{color:var(--done)}.doubtful{color:var(--doubtful)}.bad{color:var(--bad)}.plain{color:var(--muted)}
.shares svg{width:100%;min-width:120px;max-width:420px;height:12px;display:block}
details{margin:12px 0}summary{cursor:pointer;font-weight:600;padding:4px 0}
dl.words{display:grid;grid-template-columns:max-content 1fr;gap:4px 18px;margin:0;font-size:.92rem}
dl.words dt{font-weight:600}dl.words dd{margin:0}
footer{border-top:1px solid var(--rule);padding-top:12px;font-size:.85rem}
@media (max-width:600px){body{padding:14px;font-size:14px}h1{font-size:1.35rem}
.figures{grid-template-columns:repeat(2,1fr)}.figures dd{font-size:1.1rem}
tbody th{min-width:10em}dl.words{grid-template-columns:1fr}dl.words dd{margin-bottom:6px}}
@media print{body{max-width:none;padding:0;font-size:10pt}.scroll{overflow:visible;border:0}
figure .scroll svg{min-width:0}table{font-size:7pt}th,td{padding:2px 4px}thead{display:table-header-group}
tr{break-inside:avoid}tbody th{min-width:0}*{print-color-adjust:exact}}
)";

} // namespace

QByteArray pageStyle()
{
    return styleSheet().toUtf8() + rules;
}

QString pagePolicy(const QByteArray &style)
{
    const QByteArray digest = QCryptographicHash::hash(style, QCryptographicHash::Sha256);
    return QStringLiteral("default-src 'none'; style-src 'sha256-%1'; base-uri 'none'; form-action "
                          "'none'")
        .arg(QString::fromLatin1(digest.toBase64()));
}

} // namespace lapwing::report
