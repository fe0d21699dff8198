// SPDX-License-Identifier: MIT
#include "details/filesettings.h"

#include "plan/entryterms.h"
#include "plan/redaction.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::FileSettings)
public:
    static constexpr auto settings = std::to_array<FileSetting>({
        {u"max-download-limit", QT_TR_NOOP("Speed limit"),
         QT_TR_NOOP("bytes per second: 500K, 2M")},
        {u"lowest-speed-limit", QT_TR_NOOP("Minimum speed"),
         QT_TR_NOOP("bytes per second: 500, 10K")},
        {u"max-tries", QT_TR_NOOP("Attempts in all"),
         QT_TR_NOOP("a number; 1 is no retry, 0 is no limit")},
        {u"retry-wait", QT_TR_NOOP("Delay before a retry"), QT_TR_NOOP("0 to 600 seconds")},
        {u"timeout", QT_TR_NOOP("Response and stall timeout"), QT_TR_NOOP("1 to 600 seconds")},
        {u"connect-timeout", QT_TR_NOOP("Connection timeout"), QT_TR_NOOP("1 to 600 seconds")},
        {u"all-proxy", QT_TR_NOOP("Proxy"),
         QT_TR_NOOP("http://host:port, socks5://host:port, or none")},
        {u"allow-overwrite", QT_TR_NOOP("Replace an existing file"),
         QT_TR_NOOP("false (a list cannot turn this on)"), u"false"},
        {u"auto-file-renaming", QT_TR_NOOP("Number the file if its name is taken"),
         QT_TR_NOOP("true or false"), u"true false"},
    });
};

QString shownName(const plan::ListedOption &option)
{
    const auto *const known =
        std::ranges::find(Words::settings, QStringView(option.name), &FileSetting::name);
    const QString name = known == Words::settings.end() ? option.name : titleOf(*known);
    return plan::isHonoured(option) ? name : Words::tr("%1 (not used)").arg(name);
}

} // namespace

QString shownValue(const plan::ListedOption &option)
{
    if (plan::isProxyName(option.name) && option.value.isEmpty())
        return plan::noProxy.toString();
    const std::optional<QString> value = plan::publicValue(option);
    return value ? plan::redactText(*value) : hiddenValue();
}

std::span<const FileSetting> fileSettings()
{
    return Words::settings;
}

QString titleOf(const FileSetting &setting)
{
    return Words::tr(setting.title);
}

QString hintOf(const FileSetting &setting)
{
    return Words::tr(setting.hint);
}

QString hiddenValue()
{
    return QStringLiteral("••••••••");
}

bool isShown(const plan::Header &header)
{
    return header.name.compare("User-Agent", Qt::CaseInsensitive) == 0;
}

QList<QStringList> settingRows(const plan::Extras &extras)
{
    QList<QStringList> rows;
    for (const plan::Header &header : extras.headers) {
        const QString value = isShown(header) ? QString::fromUtf8(header.value) : hiddenValue();
        rows << QStringList{Words::tr("Header"),
                            QStringLiteral("%1: %2").arg(QString::fromLatin1(header.name), value)};
    }
    for (const plan::ListedOption &option : extras.options)
        rows << QStringList{shownName(option), shownValue(option)};
    return rows;
}

} // namespace lapwing::ui
