// SPDX-License-Identifier: MIT
#include "plan/redaction.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// One part of a query. Where nothing but "=" follows its name, the name may be a bare secret
/// in Base64 with its padding, so it is hidden too.
QString redactedPart(const QString &part)
{
    if (part.isEmpty())
        return part;
    const QString name = part.section(u'=', 0, 0);
    const bool hasValue = part.size() > name.size() + part.count(u'=');
    return hasValue ? name + u"=redacted"_s : u"redacted"_s;
}

QString redactedQuery(const QString &query)
{
    QStringList parts = query.split(u'&');
    for (QString &part : parts)
        part = redactedPart(part);
    return parts.join(u'&');
}

/// Of what QUrl does not understand as a link, rather too much is cut than a password shown: everything up
/// to the last "@", wherever it stands.
QString withoutUserInfo(QString link, bool isUnderstood)
{
    static const QRegularExpression ofLink(u"^([a-z][a-z0-9+.-]*+:[/\\\\]+)[^/?#]*@"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression ofAnything(u"^([a-z][a-z0-9+.-]*+:[/\\\\]+)?.*@"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    return link.replace(isUnderstood ? ofLink : ofAnything, u"\\1"_s);
}

/// As it is written, but for what may be a secret.
QString shownAsWritten(const QString &link, bool isUnderstood, Redaction redaction)
{
    const QString visible = withoutUserInfo(link, isUnderstood).section(u'#', 0, 0);
    const qsizetype question = visible.indexOf(u'?');
    if (question < 0 || redaction == Redaction::Full)
        return visible;
    return visible.left(question + 1) + redactedQuery(visible.mid(question + 1));
}

QString shownLink(const QString &link, Redaction redaction)
{
    const QUrl url(link);
    const bool isOne = link.count(u"://"_s) < 2; // the path of a link may hide another's password
    const bool isUnderstood = isOne && url.isValid() && !url.host().isEmpty();
    return shownAsWritten(link, isUnderstood, redaction);
}

/// "name:password@host" or "host/path?query": a link without its scheme.
bool looksLikeLink(const QString &word)
{
    const qsizetype colon = word.indexOf(u':');
    const bool hasPassword = colon > 0 && word.indexOf(u'@', colon) > 0
        && !word.startsWith(u"mailto:"_s, Qt::CaseInsensitive);
    const qsizetype question = word.indexOf(u'?');
    return hasPassword || (question >= 0 && word.left(question).contains(u'/'));
}

/// A run of characters without white space; around a link in it there may be punctuation.
QString shownWord(const QString &word, Redaction redaction)
{
    static const QRegularExpression scheme(u"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*+:[/\\\\]"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QString punctuation = u"\"'<>()[]{}.,;!"_s;
    qsizetype end = word.size();
    while (end > 0 && punctuation.contains(word.at(end - 1)))
        --end;
    const qsizetype begin = word.indexOf(scheme);
    if (begin >= 0 && begin < end)
        return word.left(begin) + shownLink(word.sliced(begin, end - begin), redaction)
            + word.mid(end);
    return looksLikeLink(word) ? shownAsWritten(word, false, redaction) : word;
}

} // namespace

QString displayUrl(const QUrl &url, Redaction redaction)
{
    QUrl visible = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (redaction == Redaction::Redacted && !visible.query().isEmpty())
        visible.setQuery(redactedQuery(visible.query(QUrl::FullyEncoded)));
    return visible.toString(QUrl::FullyEncoded);
}

QString redactText(const QString &text, Redaction redaction)
{
    static const QRegularExpression words(u"\\S++"_s);
    QString visible;
    qsizetype done = 0;
    for (auto matches = words.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch word = matches.next();
        visible += QStringView(text).sliced(done, word.capturedStart() - done);
        visible += shownWord(word.captured(), redaction);
        done = word.capturedEnd();
    }
    return visible += QStringView(text).sliced(done);
}

} // namespace lapwing::plan
