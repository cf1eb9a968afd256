"""Which path is which call. What is not listed does not exist, and answers 404: nobody may code against fiction."""

from aiohttp import web

from sandbox.platform import agents, contacts, messages
from sandbox.platform.endpoint import Api, OpenApi, with_token, without_token
from sandbox.platform.gettoken import get_token

WITH_TOKEN: dict[str, Api] = {
    "department/list": contacts.list_departments,
    "department/simplelist": contacts.list_department_ids,
    "department/get": contacts.get_department,
    "user/get": contacts.get_user,
    "user/simplelist": contacts.list_users_briefly,
    "user/list": contacts.list_users,
    "user/list_id": contacts.list_user_ids,
    "tag/list": contacts.list_tags,
    "tag/get": contacts.get_tag,
    "agent/get": agents.get_agent,
    "agent/list": agents.list_agents,
    "getcallbackip": agents.list_addresses,
    "get_api_domain_ip": agents.list_addresses,
    "message/send": messages.send,
}
WITHOUT_TOKEN: dict[str, OpenApi] = {
    "gettoken": get_token,
}


def add_routes(app: web.Application) -> None:
    for path, api in WITH_TOKEN.items():
        app.router.add_route("*", f"/cgi-bin/{path}", with_token(api))
    for path, open_api in WITHOUT_TOKEN.items():
        app.router.add_route("*", f"/cgi-bin/{path}", without_token(open_api))
