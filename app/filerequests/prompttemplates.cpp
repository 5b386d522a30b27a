// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/prompttemplates.h"

#include "app/access/audit.h"

namespace anteroom {

namespace {

tl::unexpected<Error> refuse(const char *reason, qsizetype place)
{
    return fail(ErrorCode::Invalid, reason, nullptr, {{QStringLiteral("place"), place + 1}});
}

Result<void> check(const QVector<PromptTemplate> &templates)
{
    if (templates.size() > PromptTemplates::most)
        return refuse("prompt_template.too_many", PromptTemplates::most);
    for (qsizetype i = 0; i < templates.size(); ++i) {
        if (templates.at(i).texts.isEmpty())
            return refuse("prompt_template.empty", i);
        for (const PromptTemplate::Text &text : templates.at(i).texts) {
            if (text.name.trimmed().isEmpty() || text.prompt.trimmed().isEmpty())
                return refuse("prompt_template.empty", i);
            if (text.name.size() > PromptTemplates::longestName ||
                text.prompt.size() > PromptTemplates::longestPrompt)
                return refuse("prompt_template.too_long", i);
        }
    }
    return {};
}

} // namespace

const PromptTemplate::Text &PromptTemplate::in(Language wanted, Language other) const
{
    auto found = texts.constFind(wanted);
    if (found == texts.constEnd())
        found = texts.constFind(other);
    return found == texts.constEnd() ? texts.first() : *found;
}

QVector<PromptTemplate> PromptTemplates::list(Transaction &tx)
{
    QVector<PromptTemplate> all;
    QByteArray id;
    Cursor row = tx.query("SELECT t.id, x.language, x.name, x.prompt FROM prompt_templates t "
                          "JOIN prompt_template_texts x ON x.template_id = t.id ORDER BY t.place, t.id");
    while (row.next()) {
        if (all.isEmpty() || row.view(0) != id)
            all.append(PromptTemplate{});
        id = row.bytes(0);
        if (const auto language = languageByCode(row.view(1)))
            all.last().texts.insert(*language, {row.text(2), row.text(3)});
    }
    all.removeIf([](const PromptTemplate &each) { return each.texts.isEmpty(); });
    return all;
}

Result<void> PromptTemplates::replace(WriteTransaction &tx, const Actor &actor,
                                      const QVector<PromptTemplate> &templates)
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    if (auto good = check(templates); !good)
        return good;
    tx.execute("DELETE FROM prompt_template_texts");
    tx.execute("DELETE FROM prompt_templates");
    int place = 0;
    for (const PromptTemplate &each : templates) {
        const QByteArray id = newUuid(tx.now());
        tx.execute("INSERT INTO prompt_templates (id, place) VALUES (?, ?)", id, ++place);
        for (auto text = each.texts.begin(); text != each.texts.end(); ++text)
            tx.execute("INSERT INTO prompt_template_texts (template_id, language, name, prompt) "
                       "VALUES (?, ?, ?, ?)",
                       id, languageCode(text.key()), text->name.trimmed(), text->prompt.trimmed());
    }
    recordAudit(tx, actor, {.action = "prompt_template.change"});
    tx.changed(Topic::Settings, "prompt_templates");
    return {};
}

} // namespace anteroom
