// SPDX-License-Identifier: MIT
#include "settings/settingsdialog.h"

#include "letterwidth.h"
#include "settings/accessfiles.h"
#include "settings/scrolledform.h"
#include "text/accesserror.h"
#include "text/catalogue.h"
#include "ui_settingsdialog.h"

#include <QFileDialog>
#include <QProcessEnvironment>
#include <QPushButton>
#include <QScreen>
#include <QTabWidget>

#include <algorithm>

namespace lapwing::ui {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr qint64 megabyte = 1'000'000;

int wholeSeconds(milliseconds time)
{
    return static_cast<int>(std::chrono::ceil<seconds>(time).count());
}

QString wrongWithCertificates(const QString &path)
{
    return errorOfCertificates(path).value_or(QString());
}

QString wrongWithCookies(const QString &path)
{
    const auto cookies = readCookies(path);
    return cookies ? QString() : cookies.error();
}

QString wrongWithNetrc()
{
    const auto logins = readNetrc();
    return logins ? QString() : logins.error();
}

/// What counts while no proxy is chosen.
QString environmentText()
{
    const auto proxies = plan::proxiesOf(QProcessEnvironment::systemEnvironment());
    if (!proxies)
        return text::sentence(proxies.error());
    return proxies->isEmpty()
        ? SettingsDialog::tr("none; http://name@host:port or socks5://host:port")
        : SettingsDialog::tr("from the environment: %1").arg(plan::displayText(*proxies));
}

QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines << line;
    }
    return lines;
}

QString textOf(const std::vector<plan::Header> &headers)
{
    QStringList lines;
    for (const plan::Header &header : headers)
        lines << QString::fromLatin1(header.name) + QStringLiteral(": ")
                + QString::fromUtf8(header.value);
    return lines.join(u'\n');
}

void scrollPages(QTabWidget *tabs)
{
    for (int place = 0; place < tabs->count(); ++place) {
        const QString title = tabs->tabText(place);
        QWidget *page = tabs->widget(place);
        tabs->removeTab(place);
        tabs->insertTab(place, new ScrolledForm(page, tabs), title);
    }
    tabs->setCurrentIndex(0);
}

} // namespace

SettingsDialog::SettingsDialog(const Settings &settings, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::SettingsDialog>())
{
    m_ui->setupUi(this);
    setMinimumWidth(letterWidth(fontMetrics()) * 84);
    m_ui->headers->setMaximumHeight(fontMetrics().height() * 5);
    scrollPages(m_ui->tabs);
    connectChecks();
    fill(settings);
    tellAttempts();
    resize(sizeHint().boundedTo(screen()->availableSize() * 9 / 10));
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::fill(const Settings &settings)
{
    fillLanguages(settings.language);
    m_ui->startAfterAdding->setChecked(settings.startAfterAdding);
    m_ui->resumeAtStart->setChecked(settings.resumeAtStart);
    m_ui->maxKeptRuns->setValue(settings.maxKeptRuns);
    m_ui->notifies->setChecked(settings.notifies);
    m_ui->keepsAwake->setChecked(settings.keepsAwake);
    m_ui->conflict->setCurrentIndex(static_cast<int>(settings.conflict));
    m_ui->requireProof->setChecked(settings.requireProof);
    const qint64 largest = (settings.maxFileSize.value_or(0) + megabyte - 1) / megabyte;
    m_ui->maxFileSize->setValue(
        static_cast<int>(std::min<qint64>(largest, m_ui->maxFileSize->maximum())));
    m_ui->retries->setValue(settings.retries.max);
    m_ui->connect->setValue(wholeSeconds(settings.timeouts.connect));
    m_ui->firstByte->setValue(wholeSeconds(settings.timeouts.firstByte));
    m_ui->stall->setValue(wholeSeconds(settings.timeouts.stall));
    m_ui->minRate->setValue(static_cast<int>(
        std::min<qint64>(settings.minimumRate.bytesPerSecond, m_ui->minRate->maximum())));
    fillAccess(settings);
}

/// Each by the name that those know who read it.
void SettingsDialog::fillLanguages(const QString &chosen)
{
    m_ui->language->addItem(tr("System"), QString());
    for (const QString &code : text::languages())
        m_ui->language->addItem(text::nameOfLanguage(code), code);
    m_ui->language->setCurrentIndex(std::max(0, m_ui->language->findData(chosen)));
}

void SettingsDialog::fillAccess(const Settings &settings)
{
    m_ui->proxy->setPlaceholderText(environmentText());
    m_ui->proxy->setText(settings.proxyText());
    m_ui->proxyPassword->setText(settings.proxy ? settings.proxy->password : QString());
    m_ui->certificates->setText(settings.caCertificateFile);
    m_ui->cookies->setText(settings.cookieFile);
    m_ui->takesCookies->setChecked(settings.takesCookies);
    m_ui->netrc->setChecked(settings.netrc);
    m_ui->headers->setPlainText(textOf(settings.headers));
}

/// In the words of Edit download, which counts the first one too.
void SettingsDialog::tellAttempts()
{
    const int retries = m_ui->retries->value();
    const QString attempts = tr("%Ln attempts in all.", nullptr, retries + 1);
    m_ui->retriesNote->setText(
        retries == 0 ? attempts
                     : tr("%1 Only temporary errors are retried; the delay starts at one second "
                          "and doubles each time.")
                           .arg(attempts));
}

void SettingsDialog::connectChecks()
{
    connect(m_ui->retries, &QSpinBox::valueChanged, this, &SettingsDialog::tellAttempts);
    connect(m_ui->proxy, &QLineEdit::textChanged, this, &SettingsDialog::checkProxy);
    connect(m_ui->proxyPassword, &QLineEdit::textChanged, this, &SettingsDialog::checkProxy);
    connect(m_ui->headers, &QPlainTextEdit::textChanged, this, &SettingsDialog::checkHeaders);
    connect(m_ui->netrc, &QCheckBox::toggled, this, &SettingsDialog::checkNetrc);
    connect(m_ui->certificates, &QLineEdit::textChanged, this, [this] {
        checkFile(m_ui->certificates, m_ui->certificatesWrong, wrongWithCertificates);
    });
    connect(m_ui->cookies, &QLineEdit::textChanged, this,
            [this] { checkFile(m_ui->cookies, m_ui->cookiesWrong, wrongWithCookies); });
    connect(m_ui->certificatesChoose, &QPushButton::clicked, this,
            [this] { choose(m_ui->certificates, tr("Choose a certificate file")); });
    connect(m_ui->cookiesChoose, &QPushButton::clicked, this,
            [this] { choose(m_ui->cookies, tr("Choose a cookie file")); });
}

void SettingsDialog::checkProxy()
{
    const QString text = m_ui->proxy->text().trimmed();
    const auto proxy = plan::proxyFrom(text);
    const bool isWrong = !text.isEmpty() && !proxy && !plan::isNoProxy(text);
    const bool nobodys =
        !m_ui->proxyPassword->text().isEmpty() && (!proxy || proxy->user.isEmpty());
    if (isWrong)
        say(m_ui->proxyWrong, text::sentence(proxy.error()));
    else if (nobodys)
        say(m_ui->proxyWrong,
            tr("The password needs a user name in the address: http://name@host:port."));
    else
        say(m_ui->proxyWrong, {});
}

void SettingsDialog::checkHeaders()
{
    QString wrong;
    for (const QString &line : linesOf(m_ui->headers->toPlainText())) {
        const auto header = plan::headerFrom(line);
        if (!header && wrong.isEmpty())
            wrong = text::sentence(header.error());
    }
    say(m_ui->headersWrong, wrong);
}

void SettingsDialog::checkNetrc()
{
    say(m_ui->netrcWrong, {});
    if (!m_ui->netrc->isChecked())
        return;
    m_errands.run(wrongWithNetrc, [this](const QString &wrong) {
        if (m_ui->netrc->isChecked())
            say(m_ui->netrcWrong, wrong);
    });
}

/// An answer about what stands there no more is dropped; a newer one is on its way.
void SettingsDialog::checkFile(const QLineEdit *path, FieldError *error,
                               QString (*wrongWith)(const QString &))
{
    const QString asked = path->text().trimmed();
    say(error, {});
    if (asked.isEmpty())
        return;
    const auto look = [asked, wrongWith] { return wrongWith(asked); };
    m_errands.run(look, [this, path, error, asked](const QString &wrong) {
        if (path->text().trimmed() == asked)
            say(error, wrong);
    });
}

void SettingsDialog::say(FieldError *error, const QString &sentence)
{
    error->setMessage(sentence);
    const auto complaints = findChildren<FieldError *>();
    m_ui->buttons->button(QDialogButtonBox::Ok)
        ->setEnabled(std::ranges::all_of(complaints, &FieldError::isEmpty));
}

void SettingsDialog::choose(QLineEdit *path, const QString &title)
{
    auto *dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, path, &QLineEdit::setText);
    dialog->open();
}

Settings SettingsDialog::settings() const
{
    Settings settings;
    settings.language = m_ui->language->currentData().toString();
    settings.startAfterAdding = m_ui->startAfterAdding->isChecked();
    settings.resumeAtStart = m_ui->resumeAtStart->isChecked();
    settings.maxKeptRuns = m_ui->maxKeptRuns->value();
    settings.notifies = m_ui->notifies->isChecked();
    settings.keepsAwake = m_ui->keepsAwake->isChecked();
    settings.conflict = static_cast<plan::Conflict>(m_ui->conflict->currentIndex());
    settings.requireProof = m_ui->requireProof->isChecked();
    if (m_ui->maxFileSize->value() > 0)
        settings.maxFileSize = m_ui->maxFileSize->value() * megabyte;
    settings.retries.max = m_ui->retries->value();
    settings.timeouts.connect = seconds(m_ui->connect->value());
    settings.timeouts.firstByte = seconds(m_ui->firstByte->value());
    settings.timeouts.stall = seconds(m_ui->stall->value());
    settings.minimumRate.bytesPerSecond = m_ui->minRate->value();
    readAccess(settings);
    return settings;
}

void SettingsDialog::readAccess(Settings &settings) const
{
    settings.isDirect = plan::isNoProxy(m_ui->proxy->text());
    const auto proxy = plan::proxyFrom(m_ui->proxy->text());
    if (proxy && !settings.isDirect) {
        settings.proxy = *proxy;
        if (proxy->password.isEmpty())
            settings.proxy->password = m_ui->proxyPassword->text();
    }
    for (const QString &line : linesOf(m_ui->headers->toPlainText())) {
        if (const auto header = plan::headerFrom(line))
            settings.headers.push_back(*header);
    }
    settings.netrc = m_ui->netrc->isChecked();
    settings.cookieFile = m_ui->cookies->text().trimmed();
    settings.takesCookies = m_ui->takesCookies->isChecked();
    settings.caCertificateFile = m_ui->certificates->text().trimmed();
}

} // namespace lapwing::ui
