// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/filerequests/prompttemplates.h"

#include <QDialog>

#include <functional>

class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QTabBar;

namespace anteroom {

class Button;
class Clinic;
class FormRow;
class InlineBar;

/// The templates of prompts, for an administrator: their order, and each one's name and text in every
/// language that patients read.
class TemplatesDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `clinic` outlives the dialog; `templates` are those in force.
    TemplatesDialog(Clinic &clinic, std::function<Actor()> actor, QVector<PromptTemplate> templates,
                    QWidget *parent = nullptr);

    /// What the fields say; for tests.
    const QVector<PromptTemplate> &templates() const { return m_templates; }

Q_SIGNALS:
    void saved();

private:
    QWidget *makeList();
    QWidget *makeFields();
    void showList(int current);
    void showText();
    void takeText();
    void add();
    void remove();
    void move(int by);
    void save();
    Language language() const;
    QString nameOf(const PromptTemplate &each) const;

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    QVector<PromptTemplate> m_templates;
    bool m_showing = false;

    InlineBar *m_trouble;
    QListWidget *m_list;
    QTabBar *m_languages;
    QLineEdit *m_name;
    QPlainTextEdit *m_prompt;
    QWidget *m_fields;
    Button *m_remove;
    Button *m_up;
    Button *m_down;
    Button *m_save;
};

} // namespace anteroom
