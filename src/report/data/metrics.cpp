// SPDX-License-Identifier: MIT
#include "report/data/metrics.h"

#include <cmath>

namespace lapwing::report {
namespace {

/// Backslash, quotation mark and line feed are what the format escapes; whatever else could steer a terminal
/// is replaced.
QByteArray quoted(const QString &value)
{
    QString text;
    for (const QChar c : value) {
        if (c == u'\n') {
            text += QStringLiteral("\\n");
            continue;
        }
        if (c == u'\\' || c == u'"')
            text += u'\\';
        text += c.category() == QChar::Other_Control ? QChar(QChar::ReplacementCharacter) : c;
    }
    return '"' + text.toUtf8() + '"';
}

} // namespace

void Metrics::begin(const char *name, Type type, const char *help)
{
    m_name = QByteArray("lapwing_") + name;
    m_head = "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + ' '
        + (type == Type::Gauge ? "gauge" : "summary") + '\n';
}

void Metrics::add(Labels labels, std::optional<double> value, const char *suffix)
{
    if (!value || !std::isfinite(*value))
        return;
    QByteArrayList pairs;
    for (const auto &[label, text] : labels)
        pairs << QByteArray(label) + '=' + quoted(text);
    m_text += m_head + m_name + suffix;
    m_head.clear();
    if (!pairs.isEmpty())
        m_text += '{' + pairs.join(',') + '}';
    m_text += ' ' + QByteArray::number(*value, 'g', 17) + '\n';
}

} // namespace lapwing::report
