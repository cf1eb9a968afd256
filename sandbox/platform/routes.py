"""Which path is which call. What is not listed does not exist, and answers 404: nobody may code against fiction."""

import logging

from aiohttp import web

from sandbox.aibot import response_url
from sandbox.oa.routes import CALLS as OFFICE
from sandbox.platform import (
    agents,
    appchat,
    appchat_send,
    card_updates,
    contacts,
    customer_groups,
    departments,
    identity,
    login,
    members,
    messages,
    recall,
    tags,
    uploads,
    webhook,
    webhook_upload,
)
from sandbox.platform.endpoint import Api, OpenApi, with_token, without_token
from sandbox.platform.gettoken import get_token

log = logging.getLogger(__name__)

WITH_TOKEN: dict[str, Api] = {
    "department/list": contacts.list_departments,
    "department/simplelist": contacts.list_department_ids,
    "department/get": contacts.get_department,
    "user/get": contacts.get_user,
    "user/simplelist": contacts.list_users_briefly,
    "user/list": contacts.list_users,
    "user/list_id": contacts.list_user_ids,
    "user/getuserid": identity.by_mobile,
    "user/get_userid_by_email": identity.by_email,
    "user/create": members.create,
    "user/update": members.update,
    "user/delete": members.delete,
    "user/batchdelete": members.delete_many,
    "batch/invite": identity.invite,
    "department/create": departments.create,
    "department/update": departments.update,
    "department/delete": departments.delete,
    "tag/list": tags.list_tags,
    "tag/get": tags.get_tag,
    "tag/create": tags.create,
    "tag/update": tags.update,
    "tag/delete": tags.delete,
    "tag/addtagusers": tags.add_members,
    "tag/deltagusers": tags.remove_members,
    "agent/get": agents.get_agent,
    "agent/list": agents.list_agents,
    "getcallbackip": agents.list_addresses,
    "get_api_domain_ip": agents.list_addresses,
    "appchat/create": appchat.create,
    "appchat/update": appchat.update,
    "appchat/get": appchat.get,
    "appchat/send": appchat_send.send,
    "auth/getuserinfo": login.get_user_info,
    "auth/getuserdetail": login.get_user_detail,
    "user/getuserinfo": login.get_user_info_of_old,
    "user/getuserdetail": login.get_user_detail,
    "get_jsapi_ticket": login.corp_ticket,
    "ticket/get": login.app_ticket,
    "externalcontact/groupchat/list": customer_groups.list_groups,
    "externalcontact/groupchat/get": customer_groups.get_group,
    "message/send": messages.send,
    "message/update_template_card": card_updates.update_card,
    "message/recall": recall.recall,
    "batch/openuserid_to_userid": identity.plain_userids,
}
WITHOUT_TOKEN: dict[str, OpenApi] = {
    "gettoken": get_token,
    "media/upload": uploads.upload,
    "media/uploadimg": uploads.upload_image,
    "webhook/send": webhook.send,
    "webhook/upload_media": webhook_upload.upload,
    "aibot/response": response_url.respond_later,
}


def add_routes(app: web.Application) -> None:
    for path, api in (WITH_TOKEN | OFFICE).items():
        app.router.add_route("*", f"/cgi-bin/{path}", with_token(api))
    for path, open_api in WITHOUT_TOKEN.items():
        app.router.add_route("*", f"/cgi-bin/{path}", without_token(open_api))
    app.router.add_route("*", "/cgi-bin/media/get", uploads.download)
    app.router.add_route("*", "/cgi-bin/{unknown:.*}", _unknown)


async def _unknown(request: web.Request) -> web.Response:
    log.warning("a call that this WeCom does not have: %s", request.path)
    raise web.HTTPNotFound(text=f"this WeCom has no {request.path}")
