// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"
#include "results/svgview.h"
#include "run/backgroundqueue.h"
#include "wording.h"

#include <QMainWindow>

#include <memory>

namespace lapwing::ui {

namespace Ui {
class ReportWindow;
}

/// What a report shows, of which to make the text takes a while where there are many downloads.
struct Report {
    std::shared_ptr<const report::Document> document;
    QString summary;
};
/// On any thread.
[[nodiscard]] Report reportOf(report::Document document);

/// What runs came to, in words and as a picture: of the run at hand, of a trial, or of a file that was
/// exported before. Exports it, and compares it with another one.
class ReportWindow : public QMainWindow {
    Q_OBJECT

public:
    ReportWindow(report::Document document, Wording title, QWidget *parent = nullptr);
    ReportWindow(const Report &report, Wording title, QWidget *parent = nullptr);
    ~ReportWindow() override;

    /// In place of the one that it shows.
    void take(const Report &report);
    void exportTo(const QString &path);
    /// What changed since the run in that file, in a window of its own.
    void differFrom(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void showTitle();
    void tell();
    void showRuns();
    /// In the colours of the window.
    void showPicture();
    /// As wide as the picture, as far as the screen goes.
    void widen();
    void fitPicture();
    [[nodiscard]] int roomOfPicture() const;
    void say(const QString &sentence);

    std::unique_ptr<Ui::ReportWindow> m_ui;
    Wording m_title; ///< without the name of the program
    std::shared_ptr<const report::Document> m_document;
    SvgView *m_picture;
    BackgroundQueue m_documents; ///< that are exported or compared with
};

/// The run document in a file; the error is a sentence.
[[nodiscard]] tl::expected<report::Document, QString> readRun(const QString &path);

} // namespace lapwing::ui
