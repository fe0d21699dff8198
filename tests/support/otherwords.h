// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QMap>
#include <QTranslator>

#include <utility>

namespace lapwing::test {

/// While it lives the program says these words instead of the English ones, in every context.
class OtherWords : public QTranslator {
public:
    explicit OtherWords(QMap<QString, QString> words) : m_words(std::move(words))
    {
        QCoreApplication::installTranslator(this);
    }
    ~OtherWords() override { QCoreApplication::removeTranslator(this); }
    OtherWords(const OtherWords &) = delete;
    OtherWords &operator=(const OtherWords &) = delete;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *,
                                    int) const override
    {
        return m_words.value(QString::fromUtf8(source)); // null: as the source has it
    }

private:
    QMap<QString, QString> m_words;
};

} // namespace lapwing::test
