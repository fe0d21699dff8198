// SPDX-License-Identifier: MIT
#include "summary/checkedtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lapwing::ui {
namespace {

using Result = engine::Recheck::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::CheckedFiles)
};

QString aboutOne(const CheckedFile &file)
{
    switch (file.found.result) {
    case Result::SameChecksum:
        return Words::tr("%1 was checked: its checksum is right.").arg(file.name);
    case Result::SameSize:
        return Words::tr("%1 is there, and was not changed since it was downloaded.")
            .arg(file.name);
    case Result::Modified:
        return Words::tr("%1 has the right size, but was modified after it was downloaded.")
            .arg(file.name);
    case Result::Different:
        return Words::tr("%1 is no longer the file that was downloaded. Press Retry to download it "
                         "again; the changed file stays.")
            .arg(file.name);
    case Result::Missing:
        return Words::tr("%1 is no longer there. Press Retry to download it again.").arg(file.name);
    case Result::Unreadable:
        return Words::tr("%1 could not be read: %2").arg(file.name, file.found.detail);
    case Result::Unknown:
        return Words::tr("%1 is there, but there is nothing to compare it with.").arg(file.name);
    case Result::Stopped:
        break;
    }
    return {};
}

class Counted {
public:
    explicit Counted(const std::vector<CheckedFile> &files) : m_files(files) { }

    [[nodiscard]] int of(std::initializer_list<Result> results) const
    {
        return static_cast<int>(std::ranges::count_if(m_files, [results](const CheckedFile &file) {
            return std::ranges::find(results, file.found.result) != results.end();
        }));
    }
    /// `words` has a place for the number; nothing is said of none.
    void tell(const QString &words, std::initializer_list<Result> results)
    {
        if (const int count = of(results))
            m_parts << words.arg(QLocale().toString(count));
    }
    [[nodiscard]] QString text() const { return m_parts.join(QStringLiteral(", ")); }

private:
    const std::vector<CheckedFile> &m_files;
    QStringList m_parts;
};

} // namespace

QString checkedText(const std::vector<CheckedFile> &files)
{
    if (files.size() == 1)
        return aboutOne(files.front());
    Counted counted(files);
    counted.tell(Words::tr("%1 as downloaded"), {Result::SameChecksum, Result::SameSize});
    counted.tell(Words::tr("%1 of the right size but modified"), {Result::Modified});
    counted.tell(Words::tr("%1 changed"), {Result::Different});
    counted.tell(Words::tr("%1 no longer there"), {Result::Missing});
    counted.tell(Words::tr("%1 could not be read"), {Result::Unreadable});
    counted.tell(Words::tr("%1 with nothing to compare with"), {Result::Unknown});
    const bool isAnyBad = counted.of({Result::Different, Result::Missing}) > 0;
    const QString said = Words::tr("Files checked: %1.").arg(counted.text());
    return isAnyBad ? Words::tr("%1 Press “Retry failed” to download those again.").arg(said)
                    : said;
}

} // namespace lapwing::ui
