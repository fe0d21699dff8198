// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QUrl>

#include <functional>

class QLabel;
class QWidget;

namespace lapwing::record {
struct Failure;
}

namespace lapwing::ui {

/// What a figure or an error is explained by: a section of a page of the help.
enum class HelpTopic { Estimate, Rounds, BestNumber, Limit, Times, Difference };

/// "lapwing-help:verdicts.md#causes": what whoever shows the help is asked to open.
[[nodiscard]] QUrl helpLink(HelpTopic topic);
[[nodiscard]] QUrl helpLink(const record::Failure &failure);

/// `text` as a link in `label`, by mouse and by keyboard.
void showHelpLink(QLabel *label, const QString &text, const QUrl &link);

/// "More on this in the help" beside what is explained in short.
void showMoreLink(QLabel *label, const QUrl &link);

/// "How is this calculated?" beside figures.
void showCalculationLink(QLabel *label, HelpTopic topic);

/// Opens the links of helpLink() while it lives; the last one that was made does.
class HelpLinks : public QObject {
    Q_OBJECT

public:
    /// `open` is given the place in the help: qrc:/help/NAME.md#ANCHOR.
    explicit HelpLinks(std::function<void(const QUrl &place)> open);
    ~HelpLinks() override;

public Q_SLOTS:
    void open(const QUrl &link);

private:
    std::function<void(const QUrl &place)> m_open;
};

} // namespace lapwing::ui
