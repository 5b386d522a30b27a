// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/signinview.h"

#include "app/base/clock.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/formrow.h"
#include "ui/common/icons.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/common/scrolled.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPainter>

namespace anteroom {
namespace {

class BigSign final : public QWidget
{
public:
    using QWidget::QWidget;

    QSize sizeHint() const override
    {
        const int side = fontMetrics().height() * 3;
        return {side, side};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const int side = qMin(width(), height());
        applicationIcon().paint(&painter, QRect(0, 0, side, side));
    }
};

QLineEdit *makePassword(QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setEchoMode(QLineEdit::Password);
    edit->setMaxLength(256);
    // Nothing that remembers what is typed.
    edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                              Qt::ImhNoAutoUppercase);
    return edit;
}

} // namespace

SignInView::SignInView(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(TextRole::Title))
    , m_text(new Label(TextRole::Body))
    , m_error(new InlineBar(Tone::Bad, {}))
    , m_name(new FormRow(tr("&Name, as patients read it"), new QLineEdit))
    , m_login(new FormRow(tr("&Login"), new QLineEdit))
    , m_password(new FormRow(tr("&Password"), makePassword(nullptr)))
    , m_again(new FormRow(tr("Password &again"), makePassword(nullptr)))
    , m_submit(new Button(QString(), Button::Kind::Primary))
    , m_other(new Button(tr("Sign in as somebody else"), Button::Kind::Quiet))
{
    edit(m_name)->setMaxLength(200);
    edit(m_name)->setPlaceholderText(tr("Dr Rachel Williams"));
    edit(m_login)->setMaxLength(64);
    edit(m_login)->setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_text->setDim(true);
    m_text->setWordWrap(true);
    m_error->setClosable(false);

    auto *card = new Card;
    card->setPadding(space::xl);
    auto *column = card->body();
    column->setSpacing(space::l);
    column->addWidget(new BigSign, 0, Qt::AlignLeft);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::xs);
    words->addWidget(m_title);
    words->addWidget(m_text);
    column->addLayout(words);
    for (QWidget *part :
         {static_cast<QWidget *>(m_error), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_login),
          static_cast<QWidget *>(m_password), static_cast<QWidget *>(m_again)})
        column->addWidget(part);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(space::xs);
    buttons->addWidget(m_submit);
    buttons->addWidget(m_other);
    column->addLayout(buttons);
    card->setFixedWidth(fontMetrics().averageCharWidth() * 58);

    auto *middle = new QWidget;
    auto *across = new QHBoxLayout(middle);
    across->addStretch();
    auto *down = new QVBoxLayout;
    down->addStretch(2);
    down->addWidget(card);
    down->addStretch(3);
    across->addLayout(down);
    across->addStretch();
    // Large text on a small screen must still reach the button.
    auto *scroll = scrolled(middle, this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);

    for (auto *row : {m_name, m_login, m_password, m_again}) {
        connect(edit(row), &QLineEdit::returnPressed, this, &SignInView::submit);
        connect(edit(row), &QLineEdit::textEdited, row, [row] { row->setError({}); });
    }
    connect(m_submit, &QPushButton::clicked, this, &SignInView::submit);
    connect(m_other, &QPushButton::clicked, this, &SignInView::showSignIn);
    connect(&m_timer, &QTimer::timeout, this, &SignInView::tick);
    m_timer.setInterval(200);
    showSignIn();
}

void SignInView::showSignIn()
{
    setMode(Mode::SignIn);
    m_title->setText(tr("Sign in"));
    m_text->setText(tr("Use the login your administrator gave you."));
}

void SignInView::showFirstAdministrator()
{
    setMode(Mode::FirstAdministrator);
    m_title->setText(tr("Welcome to Anteroom"));
    m_text->setText(
        tr("There is nobody here yet. You become the first administrator and can add your colleagues "
           "afterwards."));
}

void SignInView::showLocked(const QString &name)
{
    setMode(Mode::Locked);
    m_title->setText(tr("Locked"));
    m_text->setText(tr("%1, enter your password to go on where you were.").arg(name));
}

void SignInView::setMode(Mode mode)
{
    m_mode = mode;
    m_busy = false;
    const bool first = mode == Mode::FirstAdministrator;
    m_name->setVisible(first);
    m_login->setVisible(mode != Mode::Locked);
    m_again->setVisible(first);
    m_other->setVisible(mode == Mode::Locked);
    for (auto *row : {m_name, m_login, m_password, m_again}) {
        row->setError({});
        edit(row)->clear();
    }
    m_error->hide();
    setPasswordLength(m_length);
    followButton();
    focusFirst();
}

void SignInView::setPasswordLength(int characters)
{
    m_length = characters;
    m_password->setHint(m_mode == Mode::FirstAdministrator
                            ? tr("At least %n character(s). Several words in a row are easy to remember.",
                                 nullptr, characters)
                            : QString());
}

void SignInView::setBusy(bool busy)
{
    m_busy = busy;
    followButton();
}

void SignInView::setError(const QString &error)
{
    setBusy(false);
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    if (error.isEmpty())
        return;
    edit(m_password)->clear();
    edit(m_again)->clear();
    edit(m_password)->setFocus();
}

void SignInView::setFieldError(const QByteArray &field, const QString &error)
{
    setBusy(false);
    auto *row = field == "name" ? m_name : field == "login" ? m_login : m_password;
    row->setError(error);
    edit(row)->setFocus();
}

void SignInView::startSlowDown(const Clock &clock, UtcTime until)
{
    m_busy = false;
    m_clock = &clock;
    m_until = until;
    m_timer.start();
    tick();
}

void SignInView::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Tokens::of(palette()).background);
}

void SignInView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    focusFirst();
}

void SignInView::submit()
{
    if (!m_submit->isEnabled() || !check())
        return;
    m_error->hide();
    const auto password = edit(m_password)->text();
    if (m_mode != Mode::Locked)
        m_lastLogin = edit(m_login)->text().trimmed();
    setBusy(true);
    if (m_mode == Mode::FirstAdministrator)
        Q_EMIT administratorRequested(edit(m_name)->text().simplified(), m_lastLogin, password);
    else
        Q_EMIT signInRequested(m_lastLogin, password);
}

bool SignInView::check()
{
    const bool first = m_mode == Mode::FirstAdministrator;
    FormRow *wrong = nullptr;
    const auto refuse = [&wrong](FormRow *row, const QString &why) {
        row->setError(why);
        if (!wrong && !why.isEmpty())
            wrong = row;
    };
    const auto login = edit(m_login)->text().trimmed();
    const auto password = edit(m_password)->text();
    if (first)
        refuse(m_name, edit(m_name)->text().simplified().isEmpty()
                           ? tr("Patients read this name. Enter yours.")
                           : QString());
    if (m_mode != Mode::Locked)
        refuse(m_login, login.isEmpty()                 ? tr("Enter your login.")
                        : first && login.contains(u' ') ? tr("A login has no spaces, such as r.williams.")
                                                        : QString());
    if (password.isEmpty())
        refuse(m_password, first ? tr("Choose a password.") : tr("Enter your password."));
    else if (first && password.size() < m_length)
        refuse(m_password, tr("This is too short. It takes at least %n character(s).", nullptr, m_length));
    else
        refuse(m_password, {});
    if (first)
        refuse(m_again, !m_password->hasError() && edit(m_again)->text() != password
                            ? tr("The two passwords differ. Type the same one twice.")
                            : QString());
    if (wrong)
        edit(wrong)->setFocus();
    return !wrong;
}

void SignInView::tick()
{
    if (m_clock && m_clock->now() >= m_until) {
        m_clock = nullptr;
        m_timer.stop();
        edit(m_password)->setFocus();
    }
    followButton();
}

void SignInView::followButton()
{
    const auto words = m_mode == Mode::FirstAdministrator ? tr("Create administrator")
                       : m_mode == Mode::Locked           ? tr("Unlock")
                                                          : tr("Sign in");
    if (m_clock) {
        const auto left = std::chrono::ceil<std::chrono::seconds>(m_until - m_clock->now()).count();
        //: On the button, after too many wrong passwords.
        m_submit->setText(tr("Try again in %n second(s)", nullptr, int(left)));
    } else {
        m_submit->setText(words);
    }
    m_submit->setEnabled(!m_busy && !m_clock);
}

void SignInView::focusFirst()
{
    auto *row = m_mode == Mode::FirstAdministrator ? m_name : m_mode == Mode::Locked ? m_password : m_login;
    edit(row)->setFocus();
}

QLineEdit *SignInView::edit(const FormRow *row) const
{
    return static_cast<QLineEdit *>(row->field());
}

} // namespace anteroom
