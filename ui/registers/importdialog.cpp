// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registers/importdialog.h"

#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/directory/importfile.h"
#include "ui/common/background.h"
#include "ui/common/button.h"
#include "ui/common/formrow.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/registers/importwords.h"

#include <QBoxLayout>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QProgressBar>

namespace anteroom {

ImportDialog::ImportDialog(Clinic &clinic, std::function<Actor()> actor, QWidget *parent)
    : QDialog(parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_path(new QLineEdit)
    , m_pathRow(new FormRow(tr("&File to import"), m_path))
    , m_choose(new Button(tr("Choose…")))
    , m_bar(new InlineBar(Tone::Good, {}))
    , m_counts(new Label(TextRole::Body))
    , m_progress(new QProgressBar)
    , m_start(new Button(tr("Import"), Button::Kind::Primary))
    , m_cancel(new Button(tr("Close")))
{
    setWindowTitle(tr("Import a file"));
    m_pool.setMaxThreadCount(1);
    m_bar->setClosable(false);
    // It is as high as its words in this width, which may be more than the bar's own hint.
    m_bar->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_bar->hide();
    m_counts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_counts->hide();
    m_progress->setAccessibleName(tr("Progress of the import"));
    m_progress->setTextVisible(false);
    auto *words = new Label(TextRole::Body,
                            tr("People, registers and settings come in from one JSON file: all of it, or "
                               "nothing. What is here already is changed where the file says so; nothing is "
                               "sent to anybody."));
    words->setWordWrap(true);
    auto *file = new QHBoxLayout;
    file->setSpacing(space::s);
    file->addWidget(m_pathRow, 1);
    file->addWidget(m_choose, 0, Qt::AlignBottom);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_start);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(new Label(TextRole::Title, windowTitle()));
    column->addWidget(words);
    column->addLayout(file);
    column->addWidget(m_progress);
    column->addWidget(m_bar);
    column->addWidget(m_counts);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(560);
    m_start->setDefault(true);
    setRunning(false);
    resize(minimumWidth(), layout()->totalHeightForWidth(minimumWidth()));

    connect(m_choose, &Button::clicked, this, &ImportDialog::choose);
    connect(m_start, &Button::clicked, this, &ImportDialog::start);
    connect(m_cancel, &Button::clicked, this, &ImportDialog::reject);
    connect(m_path, &QLineEdit::textChanged, this, [this] { m_pathRow->setError({}); });
}

ImportDialog::~ImportDialog()
{
    m_stop = true;
    m_pool.waitForDone();
}

void ImportDialog::setPath(const QString &path)
{
    m_path->setText(path);
}

void ImportDialog::choose()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("File to import"), m_path->text(), tr("JSON files (*.json)"));
    if (!path.isEmpty())
        setPath(path);
}

void ImportDialog::start()
{
    if (m_running)
        return;
    m_bar->hide();
    m_counts->hide();
    const QString path = m_path->text().trimmed();
    if (path.isEmpty())
        return m_pathRow->setError(tr("Say which file."));
    setRunning(true);
    m_stop = false;
    const auto work = [this, path, actor = m_actor()]() -> Result<ImportSummary> {
        if (!actor.isAdmin())
            return fail(ErrorCode::Forbidden, "access.admin_only");
        QFile opened(path);
        if (!opened.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Invalid, "import.not_readable");
        return importBundle(m_clinic, actor, opened.readAll(), [this](int done, int all) {
            QMetaObject::invokeMethod(
                this, [this, done, all] { showProgress(done, all); }, Qt::QueuedConnection);
            return !m_stop;
        });
    };
    whenDone(inBackground(m_pool, work), this,
             [this](const Result<ImportSummary> &summary) { finish(summary); });
}

void ImportDialog::stop()
{
    m_stop = true;
    m_cancel->setEnabled(false);
}

void ImportDialog::reject()
{
    if (m_running)
        return stop(); // and it says what became of it before it closes
    QDialog::reject();
}

void ImportDialog::showProgress(int done, int all)
{
    m_progress->setRange(0, all);
    m_progress->setValue(done);
}

void ImportDialog::finish(const Result<ImportSummary> &summary)
{
    setRunning(false);
    m_bar->setTone(summary ? Tone::Good : summary.error().is("import.stopped") ? Tone::Info : Tone::Bad);
    const QStringList lines = summary ? importSummaryLines(*summary) : QStringList();
    if (!summary)
        m_bar->setText(importErrorText(summary.error()));
    else
        m_bar->setText(lines.isEmpty() ? tr("There was nothing in this file to import.")
                                       : tr("Everything was imported."));
    m_bar->show();
    m_counts->setText(lines.join(u'\n'));
    m_counts->setVisible(!lines.isEmpty());
    fit();
    (summary ? m_cancel : m_start)->setFocus();
    Q_EMIT imported();
}

// Words that wrap ask for room by the dialog's width.
void ImportDialog::fit()
{
    layout()->activate();
    resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
}

QString ImportDialog::outcome() const
{
    return m_bar->isHidden() ? QString() : m_bar->text();
}

void ImportDialog::setRunning(bool running)
{
    m_running = running;
    m_path->setReadOnly(running);
    m_choose->setEnabled(!running);
    m_start->setEnabled(!running);
    m_progress->setVisible(running);
    m_progress->setRange(0, 0); // until the first figure comes
    m_cancel->setText(running ? tr("Stop") : tr("Close"));
    m_cancel->setEnabled(true);
}

} // namespace anteroom
