// SPDX-License-Identifier: MIT
#include "plan/http/disposition.h"

#include "plan/http/bytes.h"

#include <QRegularExpression>
#include <QStringConverter>

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

struct Parameter {
    QByteArray name;  ///< in lower case
    QByteArray value; ///< without its quotation marks, otherwise as it came
};

/// Takes a quoted-string (RFC 9110 section 5.6.4) off `rest`, which begins with one. The last
/// quotation mark may be missing.
QByteArray takeQuoted(QByteArrayView &rest)
{
    QByteArray text;
    qsizetype at = 1;
    for (; at < rest.size() && rest.at(at) != '"'; ++at) {
        if (rest.at(at) == '\\' && at + 1 < rest.size())
            ++at;
        text += rest.at(at);
    }
    rest = rest.sliced(std::min(at + 1, rest.size()));
    return text;
}

/// The type comes out as a parameter without a value, if it is there.
Parameter takeParameter(QByteArrayView &rest)
{
    Parameter parameter{takeUntil(rest, "=;").trimmed().toByteArray().toLower(), {}};
    if (rest.startsWith('=')) {
        rest = rest.sliced(1).trimmed();
        if (rest.startsWith('"'))
            parameter.value = takeQuoted(rest);
        const QByteArray unquoted = takeUntil(rest, ";").trimmed().toByteArray();
        if (parameter.value.isNull())
            parameter.value = unquoted;
    }
    rest = rest.sliced(std::min<qsizetype>(rest.size(), 1));
    return parameter;
}

std::vector<Parameter> parametersOf(QByteArrayView field)
{
    std::vector<Parameter> parameters;
    while (!field.isEmpty())
        parameters.push_back(takeParameter(field));
    return parameters;
}

bool isWellEncoded(QByteArrayView text)
{
    qsizetype at = text.indexOf('%');
    while (at >= 0 && isEscape(text, at))
        at = text.indexOf('%', at + 3);
    return at < 0;
}

/// `text` with each `mark` and two hexadecimal digits made the byte that they say; a lone mark stays.
QByteArray decoded(QByteArrayView text, char mark)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) == mark && isEscape(text, at)) {
            bytes += QByteArray::fromHex(text.sliced(at + 1, 2).toByteArray());
            at += 2;
        } else {
            bytes += text.at(at);
        }
    }
    return bytes;
}

/// The charsets of RFC 8187.
std::optional<QString> textIn(const QByteArray &charset, const QByteArray &bytes)
{
    const QByteArray name = charset.toLower();
    if ((name == "utf-8" || name == "utf8") && bytes.isValidUtf8())
        return QString::fromUtf8(bytes);
    if (name == "iso-8859-1" || name == "us-ascii")
        return QString::fromLatin1(bytes);
    return std::nullopt;
}

/// In any charset that Qt knows, by ICU.
std::optional<QString> wordIn(const QByteArray &charset, const QByteArray &bytes)
{
    QStringDecoder decoder(charset.constData(), QStringConverter::Flag::Stateless);
    if (!decoder.isValid())
        return std::nullopt;
    const QString text = decoder(bytes);
    const bool isWhole = !decoder.hasError() && !text.contains(QChar::ReplacementCharacter);
    return isWhole ? std::optional(text) : std::nullopt;
}

/// ext-value of RFC 8187 section 3.2: charset'language'bytes.
std::optional<QString> extended(const QByteArray &value)
{
    const qsizetype charset = value.indexOf('\'');
    const qsizetype language = charset < 0 ? -1 : value.indexOf('\'', charset + 1);
    if (language < 0)
        return std::nullopt;
    const QByteArrayView text = QByteArrayView(value).sliced(language + 1);
    return isWellEncoded(text) ? textIn(value.left(charset), decoded(text, '%')) : std::nullopt;
}

QString raw(const QByteArray &bytes)
{
    return bytes.isValidUtf8() ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

/// What an encoded-word of RFC 2047 stands for; itself when it is none.
QString word(const QRegularExpressionMatch &match)
{
    QByteArray body = match.captured(u"body"_s).toLatin1();
    const bool isBase64 = match.captured(u"encoding"_s).compare(u"b", Qt::CaseInsensitive) == 0;
    const auto base64 =
        QByteArray::fromBase64Encoding(body, QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray bytes = isBase64 ? *base64 : decoded(body.replace('_', ' '), '=');
    const auto text = wordIn(match.captured(u"charset"_s).toLatin1(), bytes);
    return text && (!isBase64 || base64) ? *text : raw(match.captured().toLatin1());
}

/// With the encoded-words in it decoded. Blanks between two of them are no part of the text.
QString withWords(const QByteArray &value)
{
    static const QRegularExpression encoded(
        u"=\\?(?<charset>[^?*\\s]++)(?:\\*[^?\\s]*+)?\\?(?<encoding>[bq])\\?(?<body>[^?\\s]*+)\\?="
        "(?:\\s++(?==\\?))?"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString written = QString::fromLatin1(value); // a position in it is one in `value`
    QString text;
    qsizetype done = 0;
    for (auto matches = encoded.globalMatch(written); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        text += raw(value.sliced(done, match.capturedStart() - done)) + word(match);
        done = match.capturedEnd();
    }
    return text + raw(value.sliced(done));
}

std::optional<QString> plain(const QByteArray &value)
{
    if (value.contains("=?"))
        return withWords(value);
    const QByteArray bytes = decoded(value, '%');
    return raw(bytes.isValidUtf8() ? bytes : value);
}

/// What stands after the last separator of any system: a server has no say in the folder (RFC 6266 section
/// 4.3). Absent: there is nothing, or nothing but dots.
std::optional<QString> lastComponent(const QString &path)
{
    static const QRegularExpression separator(u"[/\\\\]"_s);
    const QString name = path.sliced(path.lastIndexOf(separator) + 1).trimmed();
    const bool isName =
        std::ranges::any_of(name, [](QChar c) { return c != u'.' && !c.isSpace(); });
    return isName ? std::optional(name) : std::nullopt;
}

using Decode = std::optional<QString> (*)(const QByteArray &value);

std::optional<QString> firstOf(const std::vector<Parameter> &parameters, const char *name,
                               Decode decode)
{
    for (const Parameter &parameter : parameters) {
        const auto text = parameter.name == name ? decode(parameter.value) : std::nullopt;
        const auto component = text ? lastComponent(*text) : std::nullopt;
        if (component)
            return component;
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> nameFromDisposition(const QByteArray &value)
{
    const std::vector<Parameter> parameters = parametersOf(value);
    const auto name = firstOf(parameters, "filename*", extended);
    return name ? name : firstOf(parameters, "filename", plain);
}

} // namespace lapwing::plan
