// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QFrame>
#include <QFuture>
#include <QTimer>
#include <QVector>

class QLineEdit;
class QListWidget;

namespace anteroom {

class Label;

/// Somebody that the search box found.
struct PersonHit
{
    QByteArray id;
    QString name;
    QString detail; ///< "born 17 June 1980 · +44 7777 123456"
};

/// Where the search box finds people. Answers from any thread; the box drops answers it no longer waits for.
class PersonSearch
{
public:
    PersonSearch() = default;
    PersonSearch(const PersonSearch &) = delete;
    PersonSearch &operator=(const PersonSearch &) = delete;
    virtual ~PersonSearch() = default;

    /// At most `limit` people by name, number, date of birth or external id, the best first.
    virtual QFuture<Result<QVector<PersonHit>>> find(const QString &text, int limit) = 0;
};

/// The people found under a field. The field keeps the focus: Down and Up choose, Enter opens, Escape closes.
class SearchPopup final : public QFrame
{
    Q_OBJECT

public:
    enum class Use {
        Search, ///< the search box: empties the field, and offers to add who is not there
        Pick    ///< a form's field: Tab takes what is marked too
    };
    /// A child of the field's window, under the field. Without a search it never opens.
    explicit SearchPopup(QLineEdit *field, Use use = Use::Search);

    /// `search` outlives the popup or is taken back with nullptr.
    void setSearch(PersonSearch *search);
    int count() const;
    int current() const;

Q_SIGNALS:
    void chosen(const QByteArray &id, const QString &name);
    /// The last line: somebody who is not there yet, with what was typed.
    void addRequested(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void ask();
    void present(const Result<QVector<PersonHit>> &answer, const QString &text);
    void place();
    void choose(int row);
    void dismiss();

    QLineEdit *m_field;
    Use m_use;
    PersonSearch *m_search = nullptr;
    QListWidget *m_list;
    Label *m_words;
    QTimer m_pause; ///< asks when the typing rests
    quint64 m_question = 0;
};

} // namespace anteroom
