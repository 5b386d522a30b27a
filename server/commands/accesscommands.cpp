// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/staffservice.h"
#include "app/access/tokenservice.h"
#include "server/commands/commandrunner.h"

namespace anteroom {

namespace {

const QByteArray source = QByteArrayLiteral("command");

QByteArray timeOrDash(std::optional<UtcTime> time)
{
    return time ? toIsoMillis(*time) : QByteArray("-");
}

QByteArray lineOf(const Token &token)
{
    QByteArray accounts;
    for (const QString &account : token.accounts)
        accounts += (accounts.isEmpty() ? "" : " ") + account.toUtf8();
    return token.id.text() + '\t' + token.name.toUtf8() + '\t' + scopesText(token.scopes) + '\t' +
           (accounts.isEmpty() ? QByteArray("-") : accounts) + '\t' + timeOrDash(token.expiresAt) + '\t' +
           timeOrDash(token.lastUsedAt) + '\n';
}

} // namespace

int CommandRunner::tokenCreate(const Command &command, CommandOutput &output)
{
    NewToken input;
    input.name = command.option("name");
    input.scopes = parseScopes(command.options.value("scope").join(u' ').toUtf8()).value_or(Scopes());
    input.accounts = command.options.value("account");
    if (command.has("legal-entity"))
        input.legalEntity =
            LegalEntityId::parse(command.option("legal-entity").toUtf8()).value_or(LegalEntityId());
    if (command.has("expires-in"))
        input.expiresIn = std::chrono::seconds(command.option("expires-in").toLongLong());

    TokenService tokens(m_clinic.store());
    const auto issued = m_clinic.store().writeNow(
        [&](WriteTransaction &tx) { return tokens.create(tx, Actor::system(source), input); });
    if (!issued)
        return explain(issued.error(), command, output);
    settle();
    output.out(issued->secret + '\n');
    return exitcode::done;
}

int CommandRunner::tokenList(const Command &command, CommandOutput &output)
{
    PageRequest page{.limit = 500, .cursor = {}};
    do {
        const auto tokens = m_clinic.store().readNow(
            [&](Transaction &tx) -> Result<Page<Token>> { return TokenService::list(tx, page); });
        if (!tokens)
            return explain(tokens.error(), command, output);
        for (const Token &token : tokens->items)
            output.out(lineOf(token));
        page.cursor = tokens->nextCursor;
    } while (!page.cursor.isEmpty() && !output.isGone());
    return exitcode::done;
}

int CommandRunner::tokenRevoke(const Command &command, CommandOutput &output)
{
    const TokenId id = TokenId::parse(command.arguments.constFirst().toUtf8()).value_or(TokenId());
    TokenService tokens(m_clinic.store());
    const auto revoked = m_clinic.store().writeNow(
        [&](WriteTransaction &tx) { return tokens.revoke(tx, Actor::system(source), id); });
    if (!revoked)
        return explain(revoked.error(), command, output);
    settle();
    return exitcode::done;
}

int CommandRunner::staffAdd(const Command &command, CommandOutput &output)
{
    NewStaff input;
    input.login = command.option("login");
    input.name = command.option("name");
    input.role = roleByName(command.option("role").toUtf8()).value_or(Actor::Role::None);
    QByteArray line = command.input.left(command.input.indexOf('\n') < 0 ? command.input.size()
                                                                         : command.input.indexOf('\n'));
    if (line.endsWith('\r'))
        line.chop(1);
    input.password = QString::fromUtf8(line);

    StaffService staff(m_clinic.store());
    const auto added = staff.add(Actor::system(source), input).takeResult();
    if (!added)
        return explain(added.error(), command, output);
    settle();
    return exitcode::done;
}

} // namespace anteroom
