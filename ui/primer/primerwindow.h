// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QTimer>

#include <memory>

namespace lapwing::primer {
struct Lesson;
}

namespace lapwing::ui {

namespace Ui {
class PrimerWindow;
}

class LessonRunner;
struct SceneRun;

/// The primer, beside the main window: a lesson, its program, and what that does when it is run.
class PrimerWindow : public QDialog {
    Q_OBJECT

public:
    PrimerWindow();
    ~PrimerWindow() override;

    void showLesson(const QString &id);
    /// True seconds for each that the lessons tell of; only tests have others than the choices.
    void setScale(double scale) { m_scale = scale; }

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectAll();
    void showTitles();
    void chooseSize();
    void showCurrent();
    void showPage();
    void startOrStop();
    void beginScene();
    void refresh();
    void refreshControls();
    [[nodiscard]] const primer::Lesson &lesson() const;
    [[nodiscard]] const std::vector<SceneRun> &scenes() const;
    [[nodiscard]] double scale() const;
    [[nodiscard]] QString sentenceFor(std::size_t scene) const;
    [[nodiscard]] QStringList answersOf(std::size_t scene) const;
    [[nodiscard]] QStringList answers() const;

    std::unique_ptr<Ui::PrimerWindow> m_ui;
    QTimer m_frames; ///< while a program runs
    double m_scale = 0;
    std::unique_ptr<LessonRunner> m_runner;
};

} // namespace lapwing::ui
