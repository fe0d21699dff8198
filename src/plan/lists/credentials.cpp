// SPDX-License-Identifier: MIT
#include "plan/lists/credentials.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

constexpr auto inAnyScript =
    QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

/// Short words are meant where they stand alone: "pin" is in "shipping", and "auth" in "author".
const QString &names()
{
    static const QString words =
        u"(?:authori[sz]ation|authenti|cookie|token|secret|credential|session|passw|pwd|bearer|jwt|"
        "pass(?:phrase|code|key)|kennwort|geheim|mot de passe|contrase[nñ]a|wachtwoord|парол|токен|"
        "비밀|비번|암호|패스워드|토큰|쿠키|세션|인증|아이디|사용자|"
        "パスワード|トークン|クッキー|密码|密碼|口令|令牌|"
        "(?:api|access|private|subscription|licen[cs]e)[\\s_-]*+(?:key|schlüssel|키|キー|密钥)|"
        "cl[eé][\\s_-]*+api|user(?:[\\s_-]?name)?+(?!\\p{L}|[\\s_-]?agent)|"
        "(?<!\\p{L})(?:o?auth|pass|login|benutzer|clave|senha|hasło|sid|pin|otp)(?!\\p{L}))"_s;
    return words;
}

} // namespace

bool namesCredential(const QString &title)
{
    static const QRegularExpression pattern(names(), inAnyScript);
    return title.contains(pattern);
}

QString partingsOfCredential(const QString &line)
{
    constexpr qsizetype maxTitle = 40; // characters
    static const QRegularExpression separator(u"[\\t;,|]"_s);
    const auto isCredential = [](const QString &title) {
        return title.size() <= maxTitle && namesCredential(title);
    };
    const QStringList titles = line.split(separator, Qt::SkipEmptyParts);
    QString partings;
    if (line.contains(u"://"_s) || titles.size() < 2 || std::ranges::none_of(titles, isCredential))
        return partings;
    for (const QChar parting : u"\t;,|"_s)
        partings += line.contains(parting) ? QString(parting) : QString();
    return partings;
}

QString withoutCredentials(QString text)
{
    static const QRegularExpression pattern(
        u"((?:%1[\\w.-]*+[\"']?\\s*+[:=：]|cookie\\(|(?<!\\p{L})bearer\\s)\\s*+)(?!redacted\\b).+"_s
            .arg(names()),
        inAnyScript | QRegularExpression::DotMatchesEverythingOption);
    return text.replace(pattern, u"\\1redacted"_s);
}

} // namespace lapwing::plan
