// The one door to the shared client.
export {
  ApiClient,
  ApiProblem,
  ApiUnreachable,
  fetchTransport,
  type Problem,
  type Schemas,
  taroTransport,
  type Transport,
} from '../../../../libs/api-client/src/index';
